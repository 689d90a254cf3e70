package oriel.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import oriel.mail.Address;
import oriel.mail.Body;
import oriel.mail.EmbeddedHead;
import oriel.mail.Envelope;
import oriel.mail.Message;
import oriel.ui.Texts;

/** Quotes a message in the answer to it: as HTML and as plain text, with a line that says whose words they are. */
@ApplicationScoped
public class Quoting {

    /** What an answer begins with, in both forms. */
    record Quote(String html, String text) {
        static final Quote NONE = new Quote("", "");
    }

    private final Markup markup;
    private final Texts texts;

    @Inject
    Quoting(Markup markup, Texts texts) {
        this.markup = markup;
        this.texts = texts;
    }

    /** Below the answer, set apart as a quotation. */
    Quote reply(Message original, InlineImages images, Regional regional) {
        Envelope envelope = original.envelope();
        String author = envelope.from().stream().map(Address::display).collect(Collectors.joining(", "));
        String line = author.isEmpty()
                ? words("compose.quote.unknown", regional, date(envelope.date(), regional))
                : words("compose.quote.wrote", regional, date(envelope.date(), regional), author);
        String html = "<div><br></div><div><br></div><div>" + escaped(line) + "</div><blockquote type=\"cite\">"
                + joined(original, body -> markup.asHtml(body, images), Quoting::headHtml) + "</blockquote>";
        String text = "\n\n\n" + line + "\n" + quoted(joined(original, markup::asText, Quoting::headText)) + "\n";
        return new Quote(html, text);
    }

    /** The whole message with its head, for somebody who has not seen it. */
    Quote forward(Message original, InlineImages images, Regional regional) {
        List<String> head = headLines(original, regional);
        String title = words("compose.quote.forwarded", regional);
        String html = "<div><br></div><div><br></div><div>---------- " + escaped(title) + " ----------</div><div>"
                + head.stream().map(Quoting::escaped).collect(Collectors.joining("<br>")) + "</div><div><br></div><div>"
                + joined(original, body -> markup.asHtml(body, images), Quoting::headHtml) + "</div>";
        String text = "\n\n\n---------- " + title + " ----------\n" + String.join("\n", head) + "\n\n"
                + joined(original, markup::asText, Quoting::headText) + "\n";
        return new Quote(html, text);
    }

    private List<String> headLines(Message original, Regional regional) {
        Envelope envelope = original.envelope();
        return List.of(
                        words("compose.head.from", regional, everybody(envelope.from())),
                        words("compose.head.date", regional, date(envelope.date(), regional)),
                        words("compose.head.subject", regional, envelope.subject()),
                        words("compose.head.to", regional, everybody(envelope.to())),
                        original.cc().isEmpty() ? "" : words("compose.head.cc", regional, everybody(original.cc())))
                .stream()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String joined(
            Message original, Function<Body, String> form, Function<EmbeddedHead, String> headForm) {
        return original.bodies().stream()
                .map(body -> body.embeddedHead().map(headForm).orElse("") + form.apply(body))
                .collect(Collectors.joining("\n"));
    }

    private static String headHtml(EmbeddedHead head) {
        return "<div><b>" + escaped(head.subject()) + "</b><br>" + escaped(everybody(head.from()))
                + "</div><div><br></div>";
    }

    private static String headText(EmbeddedHead head) {
        return head.subject() + "\n" + everybody(head.from()) + "\n\n";
    }

    private static String quoted(String text) {
        return text.stripTrailing()
                .lines()
                .map(line -> line.startsWith(">") ? ">" + line : line.isEmpty() ? ">" : "> " + line)
                .collect(Collectors.joining("\n"));
    }

    private static String everybody(List<Address> addresses) {
        return addresses.stream().map(Address::full).collect(Collectors.joining(", "));
    }

    private static String date(Instant instant, Regional regional) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(regional.locale())
                .format(instant.atZone(regional.zone()));
    }

    private String words(String key, Regional regional, Object... arguments) {
        return texts.get(regional.locale(), key, arguments);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
