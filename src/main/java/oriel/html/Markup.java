package oriel.html;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/** Between text and tree, always with the same settings, within limits. */
final class Markup {
    /** A tree, and whether the text had more than it holds. */
    record Parsed(Document document, boolean cut) {}

    private static final int MAX_DEPTH = 200;

    /** One run of open formatting elements is repeated in every later paragraph, so few characters can make many. */
    private static final int MAX_ELEMENTS = 50_000;

    private Markup() {}

    /** An empty document whose body is to be filled. */
    static Document empty() {
        Document document = Document.createShell("");
        document.outputSettings()
                .prettyPrint(false)
                .escapeMode(Entities.EscapeMode.base)
                .charset(StandardCharsets.UTF_8);
        return document;
    }

    /** Reads as a browser does in standards mode, whatever the document says about itself. */
    static Parsed parse(String html) {
        StreamParser stream = new StreamParser(Parser.htmlParser().setMaxDepth(MAX_DEPTH));
        try (stream;
                Stream<Element> elements = stream.parse("<!DOCTYPE html>" + html, "").stream()) {
            boolean cut = elements.skip(MAX_ELEMENTS).findFirst().isPresent();
            return new Parsed(stream.document(), cut);
        }
    }

    static String write(Element body) {
        return body.html();
    }
}
