package oriel.demo.sample;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Messages that carry files of all kinds. */
final class Attachments {

    private final Mailbox box;

    Attachments(Mailbox box) {
        this.box = box;
    }

    void file() {
        tidied();
        inbox();
        everything();
        pictureInText();
    }

    private void tidied() {
        send("charles", 350, "Finance", "Quarterly report", "The report as agreed, on one page.", pdf("Report Q3.pdf"));
        send(
                "margaret",
                330,
                "Projects/Oriel/Reviews",
                "Specification, with my notes",
                "Notes are at the end.",
                docx());
        send("charles", 290, "Finance", "Figures for the budget", "Please fill in the yellow cells.", xlsx(), csv());
        send(
                "tim",
                215,
                Mailbox.ARCHIVE,
                "Photographs of the reading room",
                "The light was best at six.",
                photo("Reading room.jpg", 1),
                photo("Façade – été.jpg", 2));
        send("alan", 150, "Projects/Oriel", "Memory, before and after", "The red bar is today.", chart());
        send("edsger", 110, "Projects/Oriel", "Logs of last night", "All of them, zipped.", zip());
    }

    private void inbox() {
        String inbox = Mailbox.INBOX;
        send("katherine", 90, inbox, "Calendar of the public holidays", "Import it once, then forget it.", calendar());
        send("mary", 70, inbox, "My card", "My new number is on it.", card());
        send("grace", 47, inbox, "A chime for new mail?", "Too much?", sound());
        send(
                "joerg",
                30,
                inbox,
                "Übersetzung zum Gegenlesen",
                "Anbei beide Dateien.",
                translation(),
                pdf("Prüfbericht für Zoë – 2. Fassung.pdf"));
        send("yuki", 19, inbox, "資料送付", "資料をお送りします。", pdf("打ち合わせ資料.pdf"));
        send("alan", 8, inbox, "Fwd: A question from the observatory", "Worth an answer, I think.", forwarded());
    }

    private void everything() {
        send(
                "margaret",
                5,
                Mailbox.INBOX,
                "Everything for Tuesday",
                "Eleven files, sorry.",
                pdf("Agenda.pdf"),
                docx(),
                xlsx(),
                chart(),
                photo("Room.jpg", 5),
                csv(),
                zip(),
                calendar(),
                card(),
                sound(),
                text());
    }

    private void send(String who, int days, String folder, String subject, String text, Part... files) {
        Part[] parts = new Part[files.length + 1];
        parts[0] = Part.text(text + "\n\n" + box.person(who).firstName() + "\n");
        System.arraycopy(files, 0, parts, 1, files.length);
        Mail mail =
                box.mailToOwner(box.person(who), box.workingTime(days), subject).body(Part.mixed(parts));
        box.file(folder, mail, days < 10 ? new Mark[] {Mark.UNREAD} : new Mark[0]);
    }

    private void pictureInText() {
        Person alan = box.person("alan");
        String id = "chart-7@oriel.test";
        String html = "<p>Opening a message, in milliseconds, week by week:</p><p><img src=\"cid:" + id
                + "\" width=\"480\" height=\"240\" alt=\"A bar chart that rises\"></p><p>It should not rise. I am looking into it.</p>";
        box.file(
                Mailbox.INBOX,
                box.mailToOwner(alan, box.time(7, 10, 40), "Week by week")
                        .body(Part.related(
                                Part.html(html), Part.picture("image/png", "weeks.png", id, Pictures.chart(7)))),
                Mark.FLAGGED);
    }

    private static Part pdf(String name) {
        return Part.file(
                "application/pdf",
                name,
                Pdf.page(List.of("Oriel", "", "This page is a sample.", "It has four lines.")));
    }

    private static Part docx() {
        return Part.file(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "Specification.docx",
                Zip.docx(List.of(
                        "Specification", "Opening a message changes nothing.", "Reading it marks it as read.")));
    }

    private static Part xlsx() {
        return Part.file(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "Budget.xlsx",
                Zip.xlsx(List.of(List.of("What", "Amount"), List.of("Machines", "14200"), List.of("Travel", "3100"))));
    }

    private static Part csv() {
        return Part.file(
                "text/csv; charset=utf-8", "figures.csv", bytes("what;amount\r\nmachines;14200\r\ntravel;3100\r\n"));
    }

    private static Part photo(String name, long seed) {
        return Part.file("image/jpeg", name, Pictures.landscape(640, 400, seed));
    }

    private static Part chart() {
        return Part.file("image/png", "memory.png", Pictures.chart(3));
    }

    private static Part zip() {
        return Part.file(
                "application/zip",
                "logs.zip",
                Zip.of(new TreeMap<>(Map.of(
                        "server.log",
                        "02:00:01 clean-up began\n02:00:04 clean-up ended\n",
                        "README.txt",
                        "Times are UTC.\n"))));
    }

    private Part calendar() {
        Appointment holiday = new Appointment(
                "holiday", "Public holiday", "everywhere", box.time(-30, 0, 0), 1440, box.person("katherine"));
        return Part.file(
                "text/calendar; charset=utf-8",
                "holidays.ics",
                bytes(holiday.source("PUBLISH", box.owner(), "ACCEPTED")));
    }

    private Part card() {
        return Part.file("text/vcard; charset=utf-8", "mary.vcf", bytes("""
                BEGIN:VCARD
                VERSION:4.0
                FN:Mary Somerville
                EMAIL:mary@somerville.example.org
                TEL:+44 20 7946 0000
                ORG:Observatory
                END:VCARD
                """));
    }

    private static Part sound() {
        return Part.file("audio/wav", "chime.wav", Sound.chime());
    }

    private static Part text() {
        return Part.file("text/plain; charset=utf-8", "read me first.txt", bytes("Start with the agenda.\n"));
    }

    private static Part translation() {
        return Part.file(
                "text/plain; charset=utf-8", "Übersetzung.txt", bytes("undo = Rückgängig\narchive = Archivieren\n"));
    }

    private Part forwarded() {
        Mail inner = box.mail(box.person("mary"), box.time(9, 22, 15))
                .to(box.person("alan"))
                .subject("Red light")
                .body(Part.text(
                        "Could the unread dot be something else than red? At night we see nothing else.\n\nMary\n"));
        return new Part(
                "message/rfc822",
                Map.of("Content-Disposition", "attachment; filename=\"Red light.eml\""),
                inner.source(),
                List.of());
    }

    private static byte[] bytes(String text) {
        return text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
