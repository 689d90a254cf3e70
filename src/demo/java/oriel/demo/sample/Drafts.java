package oriel.demo.sample;

/** What the owner began to write, and what was thrown away. */
final class Drafts {

    private final Mailbox box;

    Drafts(Mailbox box) {
        this.box = box;
    }

    void file() {
        draft(
                2,
                "Re: Are you coming up for the summer?",
                "Dear Mary,\n\nyes! I could be there from the 17th, if",
                box.person("mary"));
        draft(
                8,
                "Handbook, chapter 4",
                "Chapter 4. Writing\n\nThis is the chapter that everybody skips, because",
                box.person("margaret"));
        draft(40, "Sonnet", "Shall I compare thee to a mail that came\nUnasked, at dawn, and brightened up the day?\n");
        draft(3, "", "milk, coffee, lamp for the desk\n");
        deleted(
                12,
                "alan",
                "Lost: one umbrella",
                "Black, with a wooden handle. It was in the rack on Tuesday.\n\nAlan\n");
        deleted(11, "alan", "Found: one umbrella", "It was on my arm.\n\nAlan\n");
        deleted(10, "katherine", "Fire drill at three", "Please take the stairs, and a coat.\n\nKatherine\n");
    }

    private void draft(int days, String subject, String text, Person... to) {
        Mail mail =
                box.mail(box.owner(), box.workingTime(days)).subject(subject).body(Part.text(text));
        box.file(Mailbox.DRAFTS, to.length == 0 ? mail : mail.to(to), Mark.DRAFT);
    }

    private void deleted(int days, String who, String subject, String text) {
        box.file(
                Mailbox.DELETED,
                box.mailToOwner(box.person(who), box.workingTime(days), subject).body(Part.text(text)));
    }
}
