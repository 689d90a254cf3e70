package oriel.demo.sample;

import java.util.List;
import java.util.Map;

/** What the build server writes. */
final class BuildReports {

    private static final Person SERVER = new Person("Oriel builds", "builds@ci.example.com");
    private static final List<String> CHANGES = List.of(
            "Keep the position in the list after archiving",
            "Read flags in windows",
            "Give the clock to whoever needs the time",
            "Count attachments after encoding",
            "Fold accents in the search",
            "Say where a message went",
            "Close idle connections after five minutes",
            "Draw the unread dot for high contrast as well");

    private final Mailbox box;
    private final Template page = Template.of("build.html");

    BuildReports(Mailbox box) {
        this.box = box;
    }

    void file(int count) {
        boolean broken = false;
        for (int i = 0; i < count; i++) {
            int days = 700 - i * 698 / count;
            boolean fails = !broken && box.random().nextInt(3) == 0;
            String outcome = fails ? "failed" : broken ? "is fixed" : "passed";
            box.file(box.folder("Builds", days), report(1200 + i * 7, outcome, days), marks(fails, days));
            broken = fails;
        }
    }

    private static Mark[] marks(boolean fails, int days) {
        return fails && days < 30 ? new Mark[] {Mark.UNREAD} : new Mark[0];
    }

    private Mail report(int number, String outcome, int days) {
        String change = box.any(CHANGES);
        String commit = "%07x".formatted(box.random().nextInt(1 << 28));
        String branch = box.any(List.of("main", "main", "main", "search", "undo"));
        String test = outcome.equals("failed") ? "2 of 1,204 tests failed" : "1,204 tests";
        String steps = step("compile", "ok", "0:41") + step("test", test, "3:12") + step("package", "ok", "0:09");
        String html = page.fill(Map.of(
                "number", Integer.toString(number),
                "outcome", outcome,
                "branch", branch,
                "commit", commit,
                "what", change,
                "colour", outcome.equals("failed") ? "#cf222e" : "#1a7f37",
                "steps", steps));
        String text = "Build #%d %s\n\n%s %s  %s\n%s\n\nhttps://ci.example.com/oriel/builds/%d\n"
                .formatted(number, outcome, branch, commit, change, test, number);
        return box.mailToOwner(
                        SERVER,
                        box.workingTime(days),
                        "[oriel] Build #%d %s: %s (%s)".formatted(number, outcome, branch, commit))
                .header("Auto-Submitted", "auto-generated")
                .header("X-Build-Result", outcome.equals("failed") ? "failure" : "success")
                .body(Part.alternative(Part.text(text), Part.html(html)));
    }

    private static String step(String name, String result, String time) {
        return "<tr><td>" + name + "</td><td>" + result + "</td><td align=\"right\">" + time + "</td></tr>\n";
    }
}
