package oriel.html;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The CSS properties of HTML mail and the range their lengths may have.
 *
 * <p>What takes a box out of its place (position, transform, negative margins, large shadows), what makes content, and
 * what loads or moves anything is not here.
 */
final class CssProperties {
    /**
     * What a property may say.
     *
     * @param min the least length, in CSS pixels
     * @param max the greatest length, in CSS pixels
     * @param words the only key words, or null for any
     */
    record Rule(double min, double max, @Nullable Pattern words) {
        boolean allowsNumber(double pixels) {
            return pixels >= min && pixels <= max;
        }

        boolean allowsWord(String word) {
            return words == null || words.matcher(word).matches();
        }
    }

    private static final Rule PLAIN = new Rule(0, 10_000, null);
    private static final Rule PLACE = new Rule(-10_000, 10_000, null);
    private static final Rule SHADOW = new Rule(-50, 50, null);
    private static final Map<String, Rule> RULES = rules();
    private static final Set<String> IMAGES = Set.of("background", "background-image", "list-style-image");
    private static final Set<String> NAMES = Set.of("font", "font-family");
    private static final Set<String> GRADIENTS = Set.of("background", "background-image");
    private static final Pattern SIZES =
            Pattern.compile("(?:min-|max-)?(?:width|height)|font-size|line-height|padding.*|flex-basis");

    private CssProperties() {}

    static Optional<Rule> rule(String property) {
        return Optional.ofNullable(RULES.get(property));
    }

    static boolean takesImage(String property) {
        return IMAGES.contains(property);
    }

    static boolean takesGradient(String property) {
        return GRADIENTS.contains(property);
    }

    static boolean takesName(String property) {
        return NAMES.contains(property);
    }

    static boolean takesSum(String property) {
        return SIZES.matcher(property).matches();
    }

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new HashMap<>();
        put(
                rules,
                PLAIN,
                "background-color background-repeat background-size border-collapse border-spacing border-radius"
                        + " border-top-left-radius border-top-right-radius border-bottom-left-radius"
                        + " border-bottom-right-radius box-sizing caption-side clear color column-gap direction empty-cells"
                        + " flex flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap font font-family"
                        + " font-size font-stretch font-style font-variant font-weight gap height hyphens"
                        + " justify-content align-content align-items align-self justify-items justify-self line-break"
                        + " line-height list-style list-style-image list-style-position list-style-type max-height"
                        + " max-width min-height min-width object-fit opacity order orphans overflow-wrap padding"
                        + " padding-top padding-right padding-bottom padding-left page-break-after page-break-before"
                        + " page-break-inside break-after break-before break-inside row-gap table-layout tab-size"
                        + " text-align text-align-last text-decoration text-decoration-color text-decoration-line"
                        + " text-decoration-style text-decoration-thickness text-overflow text-transform visibility"
                        + " white-space widows width word-break word-wrap -webkit-text-size-adjust"
                        + " -ms-text-size-adjust text-size-adjust");
        put(rules, PLACE, "background background-image background-position object-position");
        put(rules, SHADOW, "box-shadow text-shadow");
        put(rules, new Rule(0, 2_000, null), "margin margin-top margin-right margin-bottom margin-left");
        put(rules, new Rule(-100, 500, null), "text-indent vertical-align");
        put(rules, new Rule(-10, 100, null), "letter-spacing word-spacing");
        putBorders(rules);
        put(rules, words("none|left|right|inherit|initial"), "float");
        put(rules, words("visible|hidden|auto|clip|inherit|initial"), "overflow overflow-x overflow-y");
        put(rules, words("normal|embed|isolate|plaintext|inherit|initial"), "unicode-bidi");
        put(
                rules,
                words("none|block|inline|inline-block|list-item|flow-root|(?:inline-)?(?:table|flex)|contents|inherit"
                        + "|initial|unset|revert|table-(?:row|cell|caption|column|(?:row|column|header|footer)"
                        + "(?:-group)?)"),
                "display");
        return Map.copyOf(rules);
    }

    private static void putBorders(Map<String, Rule> rules) {
        put(rules, PLAIN, "border border-color border-style border-width");
        for (String side : "top right bottom left".split(" ")) {
            String border = "border-" + side;
            put(rules, PLAIN, border + " " + border + "-color " + border + "-style " + border + "-width");
        }
    }

    private static Rule words(String words) {
        return new Rule(0, -1, Pattern.compile(words));
    }

    private static void put(Map<String, Rule> rules, Rule rule, String properties) {
        for (String property : properties.split(" ")) {
            rules.put(property, rule);
        }
    }
}
