package oriel.html;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Plain text as HTML for the reader's frame, and HTML as plain text for the other half of a sent message. */
@ApplicationScoped
public class PlainText {
    private static final int MAX_QUOTES = 20;

    /**
     * Text as HTML that shows it as it was written: white space kept, quotes as {@code blockquote.quote}, the signature
     * as {@code div.signature}, http, https and mailto addresses as links. Built from nodes, so nothing in the text can
     * be markup. Text over {@link Sanitizer#MAX_LENGTH} characters is cut.
     *
     * @param flowed whether the part says {@code format=flowed} (RFC 3676)
     * @param delSp whether it says {@code delsp=yes} too
     */
    public String toHtml(String text, boolean flowed, boolean delSp) {
        String clean = Characters.clean(Characters.cut(text, Sanitizer.MAX_LENGTH));
        List<TextLines.Line> lines = flowed ? TextLines.flowed(clean, delSp) : TextLines.fixed(clean);
        Element body = Markup.empty().body();
        Element box = body.appendElement("div").attr("class", "plain-text").attr("style", "white-space:pre-wrap");
        int signature = signature(lines);
        append(box, lines.subList(0, signature));
        if (signature < lines.size()) {
            append(box.appendElement("div").attr("class", "signature"), lines.subList(signature, lines.size()));
        }
        return Markup.write(body);
    }

    /** The text that HTML reads as: paragraphs, lists, quotes with "&gt; ", links with their address in brackets. */
    public String fromHtml(String html) {
        return HtmlToText.convert(html);
    }

    private static int signature(List<TextLines.Line> lines) {
        int i = 0;
        while (i < lines.size() && !lines.get(i).startsSignature()) {
            i++;
        }
        return i;
    }

    private static void append(Element box, List<TextLines.Line> lines) {
        Element target = box;
        int depth = 0;
        for (int from = 0; from < lines.size(); ) {
            int wanted = depth(lines.get(from));
            int to = from + 1;
            while (to < lines.size() && depth(lines.get(to)) == wanted) {
                to++;
            }
            target = move(target, depth, wanted);
            depth = wanted;
            appendText(
                    target,
                    lines.subList(from, to).stream().map(PlainText::text).collect(Collectors.joining("\n")));
            from = to;
        }
    }

    private static int depth(TextLines.Line line) {
        return Math.min(line.depth(), MAX_QUOTES);
    }

    private static String text(TextLines.Line line) {
        return ">".repeat(Math.clamp(line.depth() - MAX_QUOTES, 0, 100)) + line.text();
    }

    private static Element move(Element from, int depth, int wanted) {
        Element target = from;
        for (int i = depth; i < wanted; i++) {
            target = target.appendElement("blockquote").attr("class", "quote");
        }
        for (int i = depth; i > wanted; i--) {
            target = Objects.requireNonNull(target.parent());
        }
        return target;
    }

    private static void appendText(Element target, String text) {
        int done = 0;
        for (LinkFinder.Link link : LinkFinder.find(text)) {
            appendPlain(target, text.substring(done, link.start()));
            target.appendElement("a")
                    .attr("href", link.address().text())
                    .attr("target", "_blank")
                    .attr("rel", "noopener noreferrer")
                    .appendChild(new TextNode(text.substring(link.start(), link.end())));
            done = link.end();
        }
        appendPlain(target, text.substring(done));
    }

    private static void appendPlain(Element target, String text) {
        if (!text.isEmpty()) {
            target.appendChild(new TextNode(text));
        }
    }
}
