package oriel.demo.sample;

import java.util.List;

/** Tickets and rooms. */
final class Travel {

    private static final Person RAILWAY = new Person("Great Northern Tickets", "tickets@railway.example.com");
    private static final Person HOTEL = new Person("Hotel Aurora", "reception@hotel.example.org");

    private final Mailbox box;

    Travel(Mailbox box) {
        this.box = box;
    }

    void file() {
        ticket("London Kings Cross", "Cambridge", 390, 384);
        room("Cambridge", 389, 384);
        ticket("London St Pancras", "Paris Nord", 310, 300);
        room("Paris", 309, 300);
        ticket("Athens Airport", "Athens Central", 147, 140);
        room("Athens", 146, 140);
        ticket("London Kings Cross", "Edinburgh", 56, 50);
        room("Edinburgh", 55, 50);
        ticket("London Kings Cross", "Cambridge", 38, 30);
        ticket("London Paddington", "Bath Spa", 3, -8, Mark.UNREAD);
        room("Bath", 2, -8, Mark.FLAGGED);
    }

    /** With the code to show on the train, as a picture in the text and as a PDF. */
    private void ticket(String from, String to, int sent, int travels, Mark... marks) {
        String number = "GN" + (100_000 + box.random().nextInt(900_000));
        String code = number + "@railway.example.com";
        String html = """
                <div style="max-width:520px;font-family:Verdana,sans-serif;border:1px solid #ccc;border-radius:12px;padding:20px">
                <h1 style="font-size:18px;color:#0b3d2e">%s &rarr; %s</h1>
                <p>%s, 09:%02d, coach C, seat 41<br>Reference <b>%s</b></p>
                <p align="center"><img src="cid:%s" width="174" height="174" alt="Ticket code"></p>
                <p style="font-size:11px;color:#777">Show this code on the train. No need to print it.</p></div>
                """.formatted(from, to, box.day(travels), box.random().nextInt(60), number, code);
        Mail mail = box.mailToOwner(RAILWAY, box.workingTime(sent), "Your ticket: " + from + " – " + to)
                .body(Part.mixed(
                        Part.related(
                                Part.html(html),
                                Part.picture("image/png", "code.png", code, Pictures.matrix(number.hashCode()))),
                        Part.file(
                                "application/pdf",
                                number + ".pdf",
                                Pdf.page(List.of(
                                        "Great Northern",
                                        from + " - " + to,
                                        "Reference " + number,
                                        "Valid on " + box.day(travels))))));
        box.file("Travel", mail, marks);
    }

    private void room(String town, int sent, int arrives, Mark... marks) {
        String text = """
                Dear %s,

                we look forward to seeing you in %s.

                Arrival      %s, from 15:00
                Departure    %s, until 11:00
                Room         single, quiet, breakfast included

                You can cancel without charge until the day before.

                Hotel Aurora
                """.formatted(box.owner().name(), town, box.day(arrives), box.day(arrives - 2));
        box.file(
                "Travel",
                box.mailToOwner(HOTEL, box.workingTime(sent), "Booking confirmed: " + town)
                        .body(Part.text(text)),
                marks);
    }
}
