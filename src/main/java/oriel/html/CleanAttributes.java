package oriel.html;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Copies what may stay of one element's attributes. */
final class CleanAttributes {
    private static final int MAX_TEXT = 2_000;
    private static final int MAX_CLASSES = 30;
    private static final String BLOCKED = "data-blocked";
    private static final String BLOCKED_CLASS = "blocked-image";
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern CLASS = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}");
    private static final Pattern HOST = Pattern.compile("[a-z0-9._\\[\\]:-]{1,255}");

    /** A side of an image that is there to be loaded and not to be seen, in CSS pixels. */
    private static final Pattern UNSEEN = Pattern.compile("\\s*[0-2](?:px)?\\s*");

    private static final Set<String> TABLE_PARTS = Set.of("table", "td", "th", "tr", "tbody", "thead", "tfoot");

    private final boolean classes;
    private final Resources resources;
    private final CleanCss css;

    CleanAttributes(boolean classes, Resources resources, CleanCss css) {
        this.classes = classes;
        this.resources = resources;
        this.css = css;
    }

    void copy(Element from, Element to) {
        if (from.attributesSize() == 0) {
            return;
        }
        String name = to.normalName();
        from.attributes().forEach(attribute -> {
            String key = attribute.getKey();
            if (AllowList.allows(name, key, attribute.getValue())) {
                to.attr(key, attribute.getValue());
            }
        });
        copyClass(from, to);
        copyText(from, to, "title");
        copyStyle(from, to, TABLE_PARTS.contains(name) ? "" : null);
        if (name.equals("a")) {
            Links.href(from.attr("href")).ifPresent(href -> to.attr("href", href));
        } else if (name.equals("img")) {
            copyText(from, to, "alt");
            copyImage(from, to);
        }
    }

    /** The look that a document gives to its body, for a box around its content. */
    void copyBody(Element body, Element box) {
        copyClass(body, box);
        for (String key : new String[] {"dir", "lang"}) {
            if (AllowList.allows("div", key, body.attr(key))) {
                box.attr(key, body.attr(key));
            }
        }
        copyStyle(body, box, color("background-color", body.attr("bgcolor")) + color("color", body.attr("text")));
    }

    /** The old attributes know colours without their number sign. */
    private static String color(String property, String value) {
        String sign = HEX.matcher(value).matches() ? "#" : "";
        return AllowList.COLOR.matcher(value).matches() ? property + ":" + sign + value + ";" : "";
    }

    /**
     * The style attribute.
     *
     * @param before declarations from older attributes, which a style overrides; null if the element has none
     */
    private void copyStyle(Element from, Element to, @Nullable String before) {
        String background = before == null ? "" : background(from.attr("background"));
        String style = css.declarations((before == null ? "" : before) + background + from.attr("style"));
        if (!style.isEmpty()) {
            to.attr("style", style);
        }
    }

    private static String background(String address) {
        String plain = WebAddress.asBrowsersReadIt(address);
        boolean quotable = plain.chars().noneMatch(c -> c == '\'' || c == '\\' || c == '<' || c == '>');
        return plain.isEmpty() || !quotable ? "" : "background-image:url('" + plain + "');";
    }

    private void copyText(Element from, Element to, String key) {
        if (from.hasAttr(key)) {
            to.attr(key, Characters.cut(Characters.clean(from.attr(key)), MAX_TEXT));
        }
    }

    private void copyClass(Element from, Element to) {
        if (!classes || !from.hasAttr("class")) {
            return;
        }
        String kept = SPACES.splitAsStream(from.attr("class"))
                .filter(name -> CLASS.matcher(name).matches() && !isOurs(name))
                .limit(MAX_CLASSES)
                .collect(Collectors.joining(" "));
        if (!kept.isEmpty()) {
            to.attr("class", kept);
        }
    }

    /** Only we say that a link is suspicious or an image blocked. */
    private static boolean isOurs(String name) {
        return name.equals(Links.SUSPICIOUS) || name.equals(BLOCKED_CLASS);
    }

    private void copyImage(Element from, Element to) {
        if (!from.hasAttr("src")) {
            Optional.of(from.attr(BLOCKED))
                    .filter(host -> HOST.matcher(host).matches())
                    .ifPresent(host -> block(to, host));
            return;
        }
        switch (resources.image(from.attr("src"), isUnseen(from))) {
            case Resources.Image.Kept kept -> show(to, kept);
            case Resources.Image.Blocked blocked -> block(to, blocked.host());
            case Resources.Image.Refused refused -> {
                // What stays is the text instead of the image.
            }
        }
    }

    private static boolean isUnseen(Element image) {
        return UNSEEN.matcher(image.attr("width")).matches()
                && UNSEEN.matcher(image.attr("height")).matches();
    }

    private static void show(Element to, Resources.Image.Kept kept) {
        to.attr("src", kept.address());
        if (kept.remote()) {
            to.attr("referrerpolicy", "no-referrer").attr("loading", "lazy");
        }
    }

    private static void block(Element to, String host) {
        to.attr(BLOCKED, host).addClass(BLOCKED_CLASS);
    }

    /** About how many characters the element takes when written. */
    static int size(Element element) {
        int size = 2 * element.normalName().length() + 5;
        for (Attribute attribute : element.attributes()) {
            size += attribute.getKey().length() + attribute.getValue().length() + 4;
        }
        return size;
    }
}
