package oriel.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Reads a tree aloud: one pass, no recursion. */
final class HtmlToText implements NodeFilter {
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "pre", "blockquote");
    private static final Set<String> LINES = Set.of(
            ("div table tr li dt dd caption center address section article header footer main nav aside form figure"
                            + " figcaption details summary fieldset")
                    .split(" "));

    private final TextWriter out = new TextWriter();
    /** The number of the next item of each open list; 0 for bullets. */
    private final Deque<Integer> lists = new ArrayDeque<>();

    private int pre;

    private HtmlToText() {}

    static String convert(String html) {
        HtmlToText text = new HtmlToText();
        Markup.Parsed parsed = Markup.parse(Characters.cut(html, Sanitizer.MAX_LENGTH));
        NodeTraversor.filter(text, parsed.document());
        return text.out.finish();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            String clean = Characters.clean(text.getWholeText());
            if (pre > 0) {
                out.preformatted(clean);
            } else {
                out.text(clean);
            }
        } else if (node instanceof Element element) {
            if (isUnread(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            open(element, element.normalName());
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isUnread(Element element) {
        boolean foreign = !element.tag().namespace().equals(Parser.NamespaceHtml);
        return foreign || AllowList.isDroppedWithContent(element.normalName());
    }

    private void open(Element element, String name) {
        breakBefore(name);
        switch (name) {
            case "br" -> out.newLine();
            case "hr" -> out.rule();
            case "img" -> out.text(Characters.clean(element.attr("alt")));
            case "pre" -> pre++;
            case "blockquote" -> out.indent("> ");
            case "ul" -> lists.push(0);
            case "ol" -> lists.push(1);
            case "li" -> item();
            case "td", "th" -> out.gap();
            default -> {}
        }
    }

    private void breakBefore(String name) {
        boolean innerList = (name.equals("ul") || name.equals("ol")) && !lists.isEmpty();
        if (PARAGRAPHS.contains(name) && !innerList) {
            out.paragraph();
        } else if (LINES.contains(name) || innerList) {
            out.line();
        }
    }

    private void item() {
        int number = lists.isEmpty() ? 0 : lists.pop();
        String mark = number == 0 ? "- " : number + ". ";
        lists.push(number == 0 ? 0 : number + 1);
        out.item(mark);
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            close(element, element.normalName());
        }
        return FilterResult.CONTINUE;
    }

    private void close(Element element, String name) {
        switch (name) {
            case "a" -> link(element);
            case "pre" -> pre--;
            case "blockquote", "li" -> out.outdent();
            case "ul", "ol" -> lists.pop();
            default -> {}
        }
        breakBefore(name);
    }

    private void link(Element link) {
        String text = link.text().strip();
        WebAddress.parse(link.attr("href"))
                .map(address ->
                        address.scheme().equals("mailto") ? address.text().substring(7) : address.text())
                .filter(address ->
                        !address.equals(text) && !address.replaceFirst("/$", "").endsWith("//" + text))
                .ifPresent(address -> out.text(text.isEmpty() ? "<" + address + ">" : " <" + address + ">"));
    }
}
