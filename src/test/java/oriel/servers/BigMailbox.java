package oriel.servers;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Fills an inbox with as many messages as wanted, the same ones each time: five years of threads in several languages, one
 * in ten with an attachment, most of them read. They come in by an mbox file, which Dovecot imports.
 */
final class BigMailbox {

    private static final Instant NEWEST = Instant.parse("2026-11-01T08:00:00Z");
    private static final long YEARS = 5L * 365 * 24 * 3600;
    private static final DateTimeFormatter ASCTIME = DateTimeFormatter.ofPattern(
                    "EEE MMM d HH:mm:ss uuuu", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);
    private static final String[] SUBJECTS = {
        "Quarterly report", "Lunch on Friday", "Rechnung für März", "Déjeuner à l’été", "会議の議事録", "Отчёт за квартал",
        "Parcel on its way", "Build failed", "Holiday photos", "Minutes of the meeting", "تقرير الاجتماع", "회의 일정"
    };
    private static final String[] WORDS =
            ("the office network printer budget plan meeting review contract garden river stone window letter answer"
                            + " question travel hotel ticket order delivery invoice payment customer partner project release")
                    .split(" ");

    /** A word in the bodies of one message in a thousand, and nowhere else. */
    static final String RARE_IN_BODIES = "quicksilver";

    /** A word in the subjects of one message in fifty. */
    static final String IN_SUBJECTS = "Holiday";

    private final Dovecot dovecot;
    private final Path folder;

    /** @param folder where the mbox file is written; the server's user has to be able to read it */
    BigMailbox(Dovecot dovecot, Path folder) {
        this.dovecot = dovecot;
        this.folder = folder;
    }

    /** Puts messages into a user's inbox, which should be empty. */
    void fill(String user, int messages) {
        try {
            Path box = Files.createTempDirectory(folder, "mbox-");
            Path file = box.resolve("all");
            try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                Random random = new Random(42);
                for (int number = 0; number < messages; number++) {
                    write(out, number, messages, random);
                }
            }
            for (Path each : new Path[] {box, file}) {
                Files.setAttribute(each, "unix:uid", Place.MAIL_UID);
            }
            dovecot.doveadm("import", "-u", user, "-s", "mbox:" + box + "/box:INBOX=" + file, "", "mailbox", "INBOX");
            dovecot.doveadm("index", "-u", user, "INBOX");
            try (Stream<Path> files = Files.walk(box)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(BufferedWriter out, int number, int messages, Random random) throws IOException {
        Instant date = NEWEST.minusSeconds((long) ((messages - 1.0 - number) / messages * YEARS));
        // Eight messages in a row are often a thread.
        int root = random.nextInt(3) == 0 ? number : number / 8 * 8;
        String subject = SUBJECTS[root % SUBJECTS.length] + " " + root;
        boolean seen = number < messages * 0.98 || random.nextBoolean();
        out.write("From bench@oriel.test " + ASCTIME.format(date) + "\n");
        out.write("From: Person " + number * 7 % 400 + " <person" + number * 7 % 400 + "@firm" + number % 37
                + ".test>\n");
        out.write("To: Somebody <user@oriel.test>\n");
        out.write("Subject: " + (root == number ? "" : "Re: ") + subject + "\n");
        out.write("Date: " + DATE.format(date) + "\nMessage-ID: " + id(number) + "\n");
        if (root != number) {
            out.write("In-Reply-To: " + id(root) + "\nReferences: " + id(root) + "\n");
        }
        out.write("Status: " + (seen ? "RO" : "O") + "\nX-Status: " + (number % 25 == 0 ? "F" : "") + "\n");
        out.write("MIME-Version: 1.0\n");
        String text = text(number, random);
        if (number % 10 == 3) {
            out.write("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n"
                    + text
                    + "\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=\"report.pdf\"\n"
                    + "Content-Transfer-Encoding: base64\n\n" + "JVBERi0xLjQK".repeat(200) + "\n--b--\n\n");
        } else {
            out.write("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + text + "\n\n");
        }
    }

    private static String text(int number, Random random) {
        StringBuilder text = new StringBuilder();
        int words = 80 + random.nextInt(400);
        for (int i = 0; i < words; i++) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(i % 12 == 11 ? '\n' : ' ');
        }
        if (number % 1_000 == 500) {
            text.append(RARE_IN_BODIES);
        }
        return text.toString();
    }

    private static String id(int number) {
        return "<bench." + number + "@oriel.test>";
    }
}
