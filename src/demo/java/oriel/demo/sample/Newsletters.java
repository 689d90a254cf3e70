package oriel.demo.sample;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Newsletters, laid out with tables, with remote pictures and a tracking pixel, as they come. */
final class Newsletters {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final int STORIES = 4;

    private final Mailbox box;
    private final Template page = Template.of("newsletter.html");
    private final Template story = Template.of("story.html");
    private final List<String> stories = Script.resource("stories.txt").lines().toList();

    Newsletters(Mailbox box) {
        this.box = box;
    }

    private record Publisher(String name, String domain, String colour, int every) {}

    void file() {
        file(new Publisher("The Compiler", "compiler.example.com", "#2f4b8f", 28), 2);
        file(new Publisher("Light & Windows", "windows.example.org", "#8a5a00", 61), 9);
    }

    private void file(Publisher publisher, int latest) {
        int issue = 100;
        int first = latest + (730 - latest) / publisher.every() * publisher.every();
        for (int days = first; days >= latest; days -= publisher.every()) {
            Mail mail = issue(publisher, issue++, box.time(days, 6, 30));
            box.file(box.folder("Newsletters", days), mail, days < 60 ? new Mark[] {Mark.UNREAD} : new Mark[0]);
        }
    }

    private Mail issue(Publisher publisher, int issue, ZonedDateTime date) {
        Map<String, String> values = values(publisher, issue, date);
        StringBuilder rows = new StringBuilder();
        StringBuilder text = new StringBuilder(publisher.name() + ", issue " + issue + "\n\n");
        for (int i = 0; i < STORIES; i++) {
            int number = (issue * STORIES + i) % stories.size();
            String[] parts = stories.get(number).split("\\|");
            values.putAll(Map.of("number", Integer.toString(number), "headline", parts[0], "teaser", parts[1]));
            rows.append(story.fill(values));
            text.append("* ").append(parts[0]).append("\n  ").append(parts[1]).append("\n\n");
        }
        values.put("stories", rows.toString());
        String headline = stories.get(issue * STORIES % stories.size()).split("\\|")[0];
        Person sender = new Person(publisher.name(), "news@" + publisher.domain());
        return box.mailToOwner(sender, date, headline + " · " + publisher.name() + " " + issue)
                .header(
                        "List-Unsubscribe",
                        "<https://" + publisher.domain() + "/unsubscribe?u=4711>, <mailto:leave@" + publisher.domain()
                                + ">")
                .header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .header("List-Id", "<news." + publisher.domain() + ">")
                .header("Precedence", "bulk")
                .body(Part.alternative(Part.flowed(text.toString()), Part.html(page.fill(values))));
    }

    private Map<String, String> values(Publisher publisher, int issue, ZonedDateTime date) {
        return new HashMap<>(Map.of(
                "title", Paragraphs.escape(publisher.name()),
                "publisher", Paragraphs.escape(publisher.name()),
                "preview", "Four stories and a riddle.",
                "domain", publisher.domain(),
                "colour", publisher.colour(),
                "issue", Integer.toString(issue),
                "date", DAY.format(date),
                "reader", box.owner().address()));
    }
}
