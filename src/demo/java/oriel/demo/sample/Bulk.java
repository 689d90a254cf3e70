package oriel.demo.sample;

import java.util.List;

/** Short messages in any number, for a mailbox as large as is wanted. */
final class Bulk {

    private static final List<String> WHO = List.of(
            "grace", "alan", "katherine", "margaret", "edsger", "radia", "barbara", "mary", "joerg", "eloise", "tim");
    private static final List<String> ABOUT = List.of(
            "the folder list",
            "the handbook",
            "tomorrow's stand-up",
            "the search",
            "the printer",
            "chapter 3",
            "the new desks",
            "the release",
            "the translation",
            "the visitors",
            "the train on Friday",
            "the undo bar",
            "the backup",
            "the budget");
    private static final List<String> ASKS = List.of(
            "A question about %s",
            "%s: done",
            "Have you seen %s?",
            "Notes on %s",
            "Please look at %s",
            "%s, again",
            "What do we do with %s?",
            "An idea for %s",
            "No news about %s",
            "Good news about %s");
    private static final List<String> TEXTS = List.of(
            "I looked at %s this morning and it is better than I remembered. There are two small things left; I will do them before lunch.",
            "Could you have a look at %s when you find the time? It is not urgent, but I would like to have it off my list by Friday.",
            "We talked about %s yesterday and agreed to leave it as it is. If anybody asks, the reasons are in the minutes.",
            "Somebody asked me about %s on the phone. I said that you know most about it and that you are nice. I hope both is right.",
            "I have changed my mind about %s. The first version was simpler, and nobody had complained.");

    private final Mailbox box;

    Bulk(Mailbox box) {
        this.box = box;
    }

    void file(int count) {
        for (int i = 0; i < count; i++) {
            // More of the younger ones, as in a real mailbox.
            double age = Math.pow(1 - (double) i / count, 2);
            int days = 1 + (int) (age * 728);
            Person from = box.person(box.any(WHO));
            String about = box.any(ABOUT);
            String subject = box.any(ASKS).formatted(about);
            String text = box.any(TEXTS).formatted(about) + "\n\n" + from.firstName() + "\n";
            Mail mail = box.mailToOwner(
                            from,
                            box.workingTime(days),
                            Character.toUpperCase(subject.charAt(0)) + subject.substring(1))
                    .body(Part.flowed(text));
            box.file(Mailbox.INBOX, mail, days < 4 && i % 3 == 0 ? new Mark[] {Mark.UNREAD} : new Mark[0]);
        }
    }
}
