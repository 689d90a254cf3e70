package oriel.html;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The elements and attributes of HTML mail. What is not named here does not come through. */
final class AllowList {
    private static final Set<String> ELEMENTS = Set.of(
            ("a abbr acronym address b big blockquote br caption center cite code col colgroup dd del dfn div dl dt em"
                            + " figcaption figure font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp"
                            + " small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr")
                    .split(" "));

    /** Boxes whose meaning belongs to a page, not to a message in it: the box stays, as a plain one. */
    private static final Map<String, String> RENAMED = Map.ofEntries(
            Map.entry("main", "div"),
            Map.entry("nav", "div"),
            Map.entry("header", "div"),
            Map.entry("footer", "div"),
            Map.entry("aside", "div"),
            Map.entry("article", "div"),
            Map.entry("section", "div"),
            Map.entry("details", "div"),
            Map.entry("summary", "div"),
            Map.entry("form", "div"),
            Map.entry("fieldset", "div"),
            Map.entry("legend", "div"),
            Map.entry("dir", "ul"),
            Map.entry("menu", "ul"),
            Map.entry("listing", "pre"));

    /** Elements whose content is no text for people, or is read differently by different parsers. */
    private static final Set<String> DROPPED_WITH_CONTENT =
            Set.of(("script style title textarea xmp noembed noframes plaintext noscript svg math template iframe frame"
                            + " canvas select datalist option optgroup embed")
                    .split(" "));

    private static final String IDENT = "[A-Za-z-]{1,20}";
    private static final String LENGTH = "\\d{1,5}(?:\\.\\d{1,3})?(?:%|px|pt)?";
    private static final String NUMBER = "\\d{1,4}";
    static final Pattern COLOR = Pattern.compile("#?[0-9A-Za-z]{3,24}");

    private static final Map<String, Pattern> ATTRIBUTES = Map.ofEntries(
            attribute("align", IDENT),
            attribute("valign", IDENT),
            attribute("bgcolor", COLOR.pattern()),
            attribute("color", COLOR.pattern()),
            attribute("bordercolor", COLOR.pattern()),
            attribute("width", LENGTH),
            attribute("height", LENGTH),
            attribute("border", NUMBER),
            attribute("cellpadding", LENGTH),
            attribute("cellspacing", LENGTH),
            attribute("hspace", NUMBER),
            attribute("vspace", NUMBER),
            attribute("colspan", NUMBER),
            attribute("rowspan", NUMBER),
            attribute("span", NUMBER),
            attribute("start", "-?\\d{1,6}"),
            attribute("value", "-?\\d{1,6}"),
            attribute("type", "[1AaIi]|disc|circle|square"),
            attribute("nowrap", "|nowrap"),
            attribute("noshade", "|noshade"),
            attribute("clear", IDENT),
            attribute("frame", IDENT),
            attribute("rules", IDENT),
            attribute("scope", "col|row|colgroup|rowgroup"),
            attribute("role", "presentation|none"),
            attribute("dir", "(?i)ltr|rtl|auto"),
            attribute("lang", "[A-Za-z0-9-]{1,35}"),
            attribute("size", "[+-]?\\d{1,3}%?"),
            attribute("face", "[\\p{L}\\p{N} _.,'-]{1,200}"));

    private static final Set<String> EVERYWHERE = Set.of("align", "dir", "lang");
    private static final Set<String> CELL =
            Set.of("valign bgcolor bordercolor width height colspan rowspan nowrap scope".split(" "));
    private static final Set<String> ROWS = Set.of("valign", "bgcolor", "bordercolor", "height");
    private static final Set<String> COLUMNS = Set.of("valign", "width", "span");

    private static final Map<String, Set<String>> BY_ELEMENT = Map.ofEntries(
            Map.entry(
                    "table",
                    Set.of(
                            "bgcolor bordercolor width height border cellpadding cellspacing frame rules role hspace vspace"
                                    .split(" "))),
            Map.entry("td", CELL),
            Map.entry("th", CELL),
            Map.entry("tr", ROWS),
            Map.entry("tbody", ROWS),
            Map.entry("thead", ROWS),
            Map.entry("tfoot", ROWS),
            Map.entry("col", COLUMNS),
            Map.entry("colgroup", COLUMNS),
            Map.entry("caption", Set.of("valign")),
            Map.entry("font", Set.of("color", "face", "size")),
            Map.entry("img", Set.of("width", "height", "border", "hspace", "vspace")),
            Map.entry("hr", Set.of("width", "size", "color", "noshade")),
            Map.entry("br", Set.of("clear")),
            Map.entry("ol", Set.of("start", "type")),
            Map.entry("ul", Set.of("type")),
            Map.entry("li", Set.of("value", "type")));

    /** What may stand directly in the parts of a table; parsers move anything else out, not all to the same place. */
    private static final Map<String, Set<String>> TABLE_PARTS = Map.of(
            "table", Set.of("caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr"),
            "thead", Set.of("tr"),
            "tbody", Set.of("tr"),
            "tfoot", Set.of("tr"),
            "tr", Set.of("td", "th"),
            "colgroup", Set.of("col"));

    private AllowList() {}

    private static Map.Entry<String, Pattern> attribute(String name, String pattern) {
        return Map.entry(name, Pattern.compile(pattern));
    }

    /** The name under which an element comes through; empty if only its content does. */
    static Optional<String> element(String name) {
        return ELEMENTS.contains(name) ? Optional.of(name) : Optional.ofNullable(RENAMED.get(name));
    }

    /** Whether an element, or a text other than white space as "", may be a child of another. */
    static boolean fits(String parent, String child) {
        Set<String> children = TABLE_PARTS.get(parent);
        return children == null || children.contains(child);
    }

    static boolean isDroppedWithContent(String name) {
        return DROPPED_WITH_CONTENT.contains(name);
    }

    /** Whether this plain attribute (no address, style, class or text) may stay as it is. */
    static boolean allows(String element, String attribute, String value) {
        boolean known = EVERYWHERE.contains(attribute)
                || BY_ELEMENT.getOrDefault(element, Set.of()).contains(attribute);
        return known && ATTRIBUTES.get(attribute).matcher(value).matches();
    }
}
