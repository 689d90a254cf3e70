package oriel.demo.sample;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Unusual messages that every mail program meets one day. */
final class Oddities {

    private final Mailbox box;

    Oddities(Mailbox box) {
        this.box = box;
    }

    void file() {
        Person alan = box.person("alan");
        Person edsger = box.person("edsger");
        plain(alan, 44, "", "No subject, because I did not know whether it was a question or an answer.\n\nAlan\n");
        plain(
                edsger,
                43,
                "Considerations on the question whether a subject may be longer than a line, in particular when it turns into a "
                        + "whole paragraph that says everything, so that the message itself has nothing left to say, and whether a list "
                        + "should then cut it, wrap it, or pretend that it had not been there, ".repeat(3)
                        + "with examples",
                "See above.\n");
        plain(edsger, 36, "I read this one without opening it (EOM)", "");
        plain(new Person("", "anonymous@example.org"), 34, "from someone without a name", "hello\n");
        plain(
                new Person("Dr. Mary-Jane O'Neill, PhD (Observatory)", "mj@example.org"),
                31,
                "A name with everything in it",
                "Commas, brackets, an apostrophe.\n");
        plain(
                alan,
                27,
                "One word",
                "Supercalifragilistic" + "expialidocious".repeat(30) + "\n\nhttps://example.org/"
                        + "a-very-long-path/".repeat(20) + "\n");
        plain(edsger, 23, "Quotes, all the way down", quotes());
        nobodyInTo();
        encrypted();
        signed();
        onlyPicture();
        htmlOnly();
    }

    private void plain(Person from, int days, String subject, String text) {
        box.file(
                Mailbox.INBOX,
                box.mailToOwner(from, box.workingTime(days), subject).body(Part.text(text)));
    }

    private static String quotes() {
        StringBuilder text = new StringBuilder("Agreed.\n\n");
        for (int depth = 1; depth <= 12; depth++) {
            text.append(">".repeat(depth))
                    .append(" I agree with what was said ")
                    .append(depth)
                    .append(" before.\n");
        }
        return text.append("\n-- \nEdsger W. Dijkstra\nRoom 4, knock first\n").toString();
    }

    private void nobodyInTo() {
        Mail mail = box.mail(box.person("katherine"), box.time(41, 17, 0))
                .header("To", "undisclosed-recipients:;")
                .subject("A collection for Margaret's birthday")
                .body(Part.text("The envelope is in the second drawer. She must not know.\n\nKatherine\n"));
        box.file(Mailbox.INBOX, mail);
    }

    /** Looks like OpenPGP (RFC 3156); there is nothing in it. */
    private void encrypted() {
        byte[] noise = new byte[600];
        new Random(1815).nextBytes(noise);
        String armor = "-----BEGIN PGP MESSAGE-----\n\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(noise)
                + "\n=abcd\n-----END PGP MESSAGE-----\n";
        Mail mail = box.mailToOwner(box.person("radia"), box.time(37, 21, 8), "...")
                .body(Part.multi(
                        "multipart/encrypted; protocol=\"application/pgp-encrypted\"",
                        Part.file("application/pgp-encrypted", "version.asc", ascii("Version: 1\r\n")),
                        Part.file("application/octet-stream", "encrypted.asc", ascii(armor))));
        box.file(Mailbox.INBOX, mail);
    }

    /** Looks signed (RFC 8551); the signature is noise. */
    private void signed() {
        byte[] noise = new byte[1200];
        new Random(1852).nextBytes(noise);
        Mail mail = box.mailToOwner(box.person("radia"), box.time(29, 8, 33), "Trees")
                .body(Part.multi(
                        "multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256",
                        Part.text(
                                "I think that I shall never see\nA graph more lovely than a tree.\n\nThe rest of it on Thursday.\nRadia\n"),
                        Part.file("application/pkcs7-signature", "smime.p7s", noise)));
        box.file(Mailbox.INBOX, mail);
    }

    private void onlyPicture() {
        Mail mail = box.mailToOwner(box.person("mary"), box.time(22, 23, 50), "Look!")
                .body(new Part(
                        "image/jpeg; name=\"dusk.jpg\"",
                        Map.of("Content-Disposition", "inline; filename=\"dusk.jpg\""),
                        Pictures.landscape(800, 450, 22),
                        List.of()));
        box.file(Mailbox.INBOX, mail, Mark.FLAGGED);
    }

    private void htmlOnly() {
        String html = """
                <html><body style="background:#101418;color:#e8e6e3;font-family:'Comic Sans MS',cursive">
                <marquee>Library news</marquee><h1 align=center><font color=gold>The library is open again</font></h1>
                <p>Monday&ndash;Friday <b>9&ndash;18</b>, Saturday <b>10&ndash;14</b>
                <ul><li>new: desks by the window<li>new: silence</ul>
                <p>See you there,<br>Tim
                """;
        box.file(
                Mailbox.INBOX,
                box.mailToOwner(box.person("tim"), box.time(18, 9, 0), "The library is open again")
                        .body(Part.html(html)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
