package oriel.demo.sample;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Invitations to meetings, an answer to one, and a cancellation (RFC 6047). */
final class Invitations {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm 'UTC'", Locale.ENGLISH);

    private final Mailbox box;

    Invitations(Mailbox box) {
        this.box = box;
    }

    void file() {
        request("katherine", "Stand-up, every day", "Room with the window", 220, -219, Mailbox.ARCHIVE);
        request("margaret", "Review: error messages", "Room 2", 72, 70, "Projects/Oriel/Reviews");
        request("barbara", "Seminar: interfaces", "Cambridge, lecture hall 3", 40, 30, "Travel");
        request(
                "alan",
                "Release 3.0: go or no go",
                "Room with the window",
                2,
                -2,
                Mailbox.INBOX,
                Mark.UNREAD,
                Mark.FLAGGED);
        request("yuki", "Oriel / 打ち合わせ", "https://meet.example.co.jp/oriel", 1, -6, Mailbox.INBOX, Mark.UNREAD);
        answer(12);
        cancellation(35);
    }

    private Appointment appointment(String organizer, String title, String place, int daysAgo) {
        ZonedDateTime start = box.time(daysAgo, 10, 0);
        return new Appointment(organizer + "-" + start.toEpochSecond(), title, place, start, 60, box.person(organizer));
    }

    private void request(
            String organizer, String title, String place, int sent, int daysAgo, String folder, Mark... marks) {
        Appointment appointment = appointment(organizer, title, place, daysAgo);
        String text = appointment.organizer().name() + " invites you to:\n\n" + title + "\n"
                + WHEN.format(appointment.start()) + "\n" + place + "\n";
        String calendar = appointment.source("REQUEST", box.owner(), "NEEDS-ACTION");
        Mail mail = box.mailToOwner(appointment.organizer(), box.time(sent, 11, 20), title)
                .body(Part.mixed(
                        Part.alternative(
                                Part.text(text), Part.html(Paragraphs.html(text)), calendar("REQUEST", calendar)),
                        Part.file(
                                "application/ics; name=\"invite.ics\"",
                                "invite.ics",
                                Part.of("", calendar).content())));
        box.file(folder, mail, marks);
    }

    private void answer(int sent) {
        Appointment appointment = appointment("ada", "Handbook, an hour of it", "Room 2", sent - 3);
        String text = box.person("grace").name() + " has accepted: " + appointment.title() + "\n";
        Mail mail = box.mailToOwner(box.person("grace"), box.time(sent, 9, 5), "Accepted: " + appointment.title())
                .body(Part.alternative(
                        Part.text(text),
                        calendar("REPLY", appointment.source("REPLY", box.person("grace"), "ACCEPTED"))));
        box.file(Mailbox.INBOX, mail);
    }

    private void cancellation(int sent) {
        Appointment appointment = appointment("edsger", "Workshop on goto", "Room 1", sent - 5);
        Mail mail = box.mailToOwner(box.person("edsger"), box.time(sent, 16, 0), "Cancelled: " + appointment.title())
                .body(Part.alternative(
                        Part.text("I have reconsidered.\n\nEdsger\n"),
                        calendar("CANCEL", appointment.source("CANCEL", box.owner(), "NEEDS-ACTION"))));
        box.file(Mailbox.INBOX, mail);
    }

    private static Part calendar(String method, String source) {
        return Part.of("text/calendar; charset=utf-8; method=" + method, source);
    }
}
