package oriel.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Builds a new tree from the harmless parts of another; nothing is taken over but names and values it has checked. */
final class TreeFilter implements NodeFilter {
    /** Of the new tree when written, in characters: a style is copied with each repeated formatting element. */
    private static final int MAX_SIZE = 6 << 20;

    /**
     * An element that is being copied.
     *
     * @param source in the old tree
     * @param copy in the new tree
     * @param place the parent of the copy
     * @param outer where copies went before, and will go afterwards
     */
    private record Open(Node source, Element copy, Element place, Element outer) {}

    private final CleanAttributes attributes;
    private final StyleBlocks styles;
    private final boolean styleBlocks;
    private final Document result = Markup.empty();
    private final StringBuilder sheets = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();
    private Element target;
    private int openLinks;
    private int size;

    private TreeFilter(CleanOptions options, Resources resources) {
        CleanCss css = new CleanCss(resources);
        this.attributes = new CleanAttributes(options.styleBlocks(), resources, css);
        this.styles = new StyleBlocks(css);
        this.styleBlocks = options.styleBlocks();
        this.target = result.body();
    }

    /** The new body, and whether the old one had too much for it. */
    static Markup.Parsed filter(Document source, CleanOptions options, Resources resources) {
        TreeFilter filter = new TreeFilter(options, resources);
        NodeTraversor.filter(filter, source);
        filter.finish();
        return new Markup.Parsed(filter.result, filter.size > MAX_SIZE);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (size > MAX_SIZE) {
            return FilterResult.STOP;
        }
        if (node instanceof TextNode text && node.getClass() == TextNode.class) {
            append(text);
        } else if (node instanceof Element element && !(node instanceof Document)) {
            return element(element);
        }
        return FilterResult.CONTINUE;
    }

    private void append(TextNode text) {
        String clean = Characters.clean(text.getWholeText());
        boolean first = target.childNodeSize() == 0;
        // A parser drops the line end after <pre>, so one that stays would be lost at the next reading.
        String stable = first && target.normalName().equals("pre") ? clean.replaceFirst("^\\n+", "") : clean;
        if (!stable.isEmpty()) {
            TextNode copy = new TextNode(stable);
            place(copy, "").appendChild(copy);
            size += stable.length();
        }
    }

    private static boolean isWhiteSpace(Node node) {
        return node instanceof TextNode text && text.isBlank();
    }

    private FilterResult element(Element element) {
        String name = element.normalName();
        boolean html = element.tag().namespace().equals(Parser.NamespaceHtml);
        if (html && name.equals("style")) {
            sheet(element);
        }
        if (!html || AllowList.isDroppedWithContent(name)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (name.equals("body")) {
            body(element);
        } else {
            AllowList.element(name)
                    .filter(kept -> !kept.equals("a") || openLinks == 0)
                    .ifPresent(kept -> open(element, kept));
        }
        return FilterResult.CONTINUE;
    }

    private void sheet(Element element) {
        String type = element.attr("type").strip();
        if (!styleBlocks || !(type.isEmpty() || type.equalsIgnoreCase("text/css"))) {
            return;
        }
        String clean = styles.clean(element.data(), element.attr("media"));
        sheets.append(clean);
        size += clean.length();
    }

    private void body(Element body) {
        Element box = new Element("div");
        attributes.copyBody(body, box);
        if (!box.attributes().isEmpty()) {
            open(body, box);
        }
    }

    private void open(Element source, String name) {
        Element copy = new Element(name);
        attributes.copy(source, copy);
        openLinks += name.equals("a") ? 1 : 0;
        open(source, copy);
    }

    private void open(Element source, Element copy) {
        Element place = place(copy, copy.normalName());
        open.push(new Open(source, copy, place, target));
        size += CleanAttributes.size(copy);
        target = copy;
        // A table comes after what is moved out of it.
        if (!copy.normalName().equals("table")) {
            place.appendChild(copy);
        }
    }

    /** Where a parser would put it: what stands in the wrong place of a table goes in front of the table. */
    private Element place(Node node, String name) {
        if (AllowList.fits(target.normalName(), name) || isWhiteSpace(node)) {
            return target;
        }
        return open.stream()
                .filter(element -> element.copy().normalName().equals("table"))
                .findFirst()
                .map(Open::place)
                .orElse(target);
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (!open.isEmpty() && open.peek().source() == node) {
            close();
        }
        return FilterResult.CONTINUE;
    }

    private void close() {
        Open closed = open.pop();
        Element copy = closed.copy();
        target = closed.outer();
        switch (copy.normalName()) {
            case "table" -> closed.place().appendChild(copy);
            case "a" -> {
                openLinks--;
                Links.finish(copy);
            }
            case "img" -> removeEmpty(copy);
            default -> {}
        }
    }

    private static void removeEmpty(Element image) {
        if (image.attributes().isEmpty()) {
            image.remove();
        }
    }

    private void finish() {
        while (!open.isEmpty()) {
            close();
        }
        Element body = result.body();
        trimStart(body);
        if (!sheets.isEmpty()) {
            Element style = new Element("style");
            style.appendChild(new DataNode(sheets.toString()));
            body.prependChild(style);
        }
    }

    /** White space before the first element would be lost at the next reading. */
    private static void trimStart(Element body) {
        Optional<Node> first = Optional.ofNullable(body.firstChild());
        while (first.isPresent() && first.get() instanceof TextNode text) {
            String stripped = text.getWholeText().replaceFirst("^[ \\t\\n]+", "");
            text.text(stripped);
            if (!stripped.isEmpty()) {
                return;
            }
            text.remove();
            first = Optional.ofNullable(body.firstChild());
        }
    }
}
