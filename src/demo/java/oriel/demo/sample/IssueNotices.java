package oriel.demo.sample;

import java.util.List;

/** What an issue tracker writes: a thread for each issue, one sender for many people. */
final class IssueNotices {

    private static final List<String> NAMES =
            List.of("Grace Hopper", "Alan Turing", "Edsger Dijkstra", "Katherine Johnson", "Margaret Hamilton");

    private final Mailbox box;

    IssueNotices(Mailbox box) {
        this.box = box;
    }

    void file() {
        List<String> issues = Script.resource("issues.txt").lines().toList();
        for (int i = 0; i < issues.size(); i++) {
            file(issues.get(i).split("\\|"), 500 - i * 54);
        }
    }

    private void file(String[] issue, int days) {
        Mail previous = null;
        for (int i = 2; i < issue.length; i++) {
            Person sender = new Person(box.any(NAMES) + " (tracker)", "tracker@tracker.example.com");
            String again = previous == null ? "" : "Re: ";
            Mail mail = box.mailToOwner(
                            sender, box.workingTime(days - i), again + "[oriel] %s (#%s)".formatted(issue[1], issue[0]))
                    .header("List-Id", "oriel <oriel.tracker.example.com>")
                    .header("Reply-To", "reply+" + issue[0] + "@tracker.example.com")
                    .header("X-Tracker-Reason", "subscribed")
                    .body(body(issue[0], issue[i]));
            if (previous != null) {
                mail.answering(previous);
            }
            box.file(
                    box.folder("Projects/Oriel/Issues", days),
                    mail,
                    days < 60 ? new Mark[] {Mark.UNREAD} : new Mark[0]);
            previous = mail;
        }
    }

    private static Part body(String number, String text) {
        String link = "https://tracker.example.com/oriel/" + number;
        return Part.alternative(
                Part.text(text + "\n\n-- \nReply to this mail or look at it:\n" + link + "\n"),
                Part.html("<p>" + Paragraphs.escape(text) + "</p><p style=\"font-size:small;color:#666\">&mdash;<br>"
                        + "Reply to this mail or <a href=\"" + link + "\">look at it</a>."
                        + "<img src=\"https://tracker.example.com/beacon/" + number
                        + ".gif\" height=\"1\" width=\"1\" alt=\"\"></p>"));
    }
}
