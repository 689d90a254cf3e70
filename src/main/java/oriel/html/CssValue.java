package oriel.html;

import com.helger.css.decl.CSSExpression;
import com.helger.css.decl.CSSExpressionMemberFunction;
import com.helger.css.decl.CSSExpressionMemberMath;
import com.helger.css.decl.CSSExpressionMemberTermSimple;
import com.helger.css.decl.CSSExpressionMemberTermURI;
import com.helger.css.decl.ECSSExpressionOperator;
import com.helger.css.decl.ICSSExpressionMember;
import com.helger.css.writer.CSSWriterSettings;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the value of one declaration again, from the tokens of a small grammar only. */
final class CssValue {
    /** Thrown to give up the declaration; no stack, it is thrown often. */
    private static final class Refused extends RuntimeException {
        Refused() {
            super(null, null, false, false);
        }
    }

    private static final int MAX_MEMBERS = 200;
    private static final Pattern WORD = Pattern.compile("-?[A-Za-z_][A-Za-z0-9_-]{0,60}");
    private static final Pattern COLOR = Pattern.compile("#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})");
    private static final Pattern NUMBER =
            Pattern.compile("([+-]?(?:\\d{1,7}(?:\\.\\d{0,20})?|\\.\\d{1,20}))(%|[A-Za-z]{0,4})");
    private static final Pattern NAME = Pattern.compile("(['\"])([\\p{L}\\p{N} _.,&+-]{1,80})\\1");
    private static final Pattern PLAIN_NAME = Pattern.compile("\\p{L}[\\p{L}\\p{N}_-]{0,60}");
    private static final Pattern SUM = Pattern.compile("calc\\([0-9a-z.%+*/() -]{1,200}\\)");
    private static final Pattern SUM_UNIT = Pattern.compile("\\d(?!px|pt|em|rem|in|cm|mm|vw|%)[a-z]");
    private static final Set<String> COLORS = Set.of("rgb", "rgba", "hsl", "hsla");
    private static final Set<String> GRADIENTS =
            Set.of("linear-gradient", "radial-gradient", "repeating-linear-gradient", "-webkit-linear-gradient");

    /** CSS pixels, about. No vh and its like: the frame is as high as its content, so they would grow for ever. */
    private static final Map<String, Double> UNITS = Map.ofEntries(
            Map.entry("", 1.0),
            Map.entry("px", 1.0),
            Map.entry("pt", 4 / 3.0),
            Map.entry("pc", 16.0),
            Map.entry("in", 96.0),
            Map.entry("cm", 38.0),
            Map.entry("mm", 3.8),
            Map.entry("em", 16.0),
            Map.entry("rem", 16.0),
            Map.entry("ex", 8.0),
            Map.entry("ch", 8.0),
            Map.entry("vw", 10.0),
            Map.entry("%", 10.0),
            Map.entry("fr", 1.0),
            Map.entry("deg", 1.0),
            Map.entry("turn", 1.0));

    private final String property;
    private final CssProperties.Rule rule;
    private final Resources resources;

    private CssValue(String property, CssProperties.Rule rule, Resources resources) {
        this.property = property;
        this.rule = rule;
        this.resources = resources;
    }

    /** The value as it may stay; empty if any part of it may not. Of a blocked image only the image goes. */
    static Optional<String> clean(String property, CSSExpression value, Resources resources) {
        Optional<CssProperties.Rule> rule = CssProperties.rule(property);
        if (rule.isEmpty()) {
            return Optional.empty();
        }
        try {
            String text = new CssValue(property, rule.get(), resources).write(value);
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    private String write(CSSExpression value) {
        if (value.getMemberCount() > MAX_MEMBERS) {
            throw new Refused();
        }
        StringBuilder out = new StringBuilder();
        for (ICSSExpressionMember member : value.getAllMembers()) {
            String text = member(member);
            boolean glued = out.isEmpty()
                    || text.isEmpty()
                    || isSeparator(text.charAt(0))
                    || isSeparator(out.charAt(out.length() - 1));
            out.append(glued ? "" : " ").append(text);
        }
        return withoutEmptyLayers(out.toString());
    }

    private static boolean isSeparator(char c) {
        return c == ',' || c == '/';
    }

    /** A list that lost an image would be no valid list, and take the colour with it. */
    private static String withoutEmptyLayers(String list) {
        return list.startsWith(",") || list.endsWith(",") || list.contains(",,")
                ? list.replaceAll(",{2,}", ",").replaceAll("^,|,$", "")
                : list;
    }

    private String member(ICSSExpressionMember member) {
        return switch (member) {
            case CSSExpressionMemberTermSimple term -> term(term.getValue());
            case CSSExpressionMemberTermURI uri -> image(uri.getURIString());
            case CSSExpressionMemberFunction function -> function(function);
            case CSSExpressionMemberMath sum -> sum(sum.getAsCSSString(new CSSWriterSettings(false), 0));
            case ECSSExpressionOperator operator -> operator(operator);
            default -> throw new Refused();
        };
    }

    private static String operator(ECSSExpressionOperator operator) {
        return switch (operator) {
            case COMMA -> ",";
            case SLASH -> "/";
            default -> throw new Refused();
        };
    }

    private String term(String term) {
        if (WORD.matcher(term).matches() && rule.allowsWord(term.toLowerCase(Locale.ROOT))
                || COLOR.matcher(term).matches()) {
            return term;
        }
        Matcher number = NUMBER.matcher(term);
        if (number.matches() && rule.allowsNumber(pixels(number))) {
            return term;
        }
        return name(term);
    }

    private String name(String term) {
        Matcher quoted = NAME.matcher(term);
        if (CssProperties.takesName(property) && quoted.matches()) {
            return "'" + quoted.group(2) + "'";
        }
        if (CssProperties.takesName(property) && PLAIN_NAME.matcher(term).matches()) {
            return term;
        }
        throw new Refused();
    }

    private static double pixels(Matcher number) {
        double unit = UNITS.getOrDefault(number.group(2).toLowerCase(Locale.ROOT), Double.NaN);
        return Double.parseDouble(number.group(1)) * unit;
    }

    private String sum(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!CssProperties.takesSum(property)
                || !SUM.matcher(lower).matches()
                || SUM_UNIT.matcher(lower).find()) {
            throw new Refused();
        }
        return lower;
    }

    private String function(CSSExpressionMemberFunction function) {
        String name = function.getFunctionName().toLowerCase(Locale.ROOT);
        boolean gradient = GRADIENTS.contains(name) && CssProperties.takesGradient(property);
        CSSExpression arguments = function.getExpression();
        if (arguments == null || !gradient && !COLORS.contains(name)) {
            throw new Refused();
        }
        CssProperties.Rule rule = new CssProperties.Rule(-10_000, 10_000, null);
        return name + "("
                + new CssValue(gradient ? "background-image-color" : "color", rule, resources).write(arguments) + ")";
    }

    private String image(String address) {
        if (!CssProperties.takesImage(property) || address.indexOf('\\') >= 0) {
            throw new Refused();
        }
        return switch (resources.image(address)) {
            case Resources.Image.Kept kept -> "url('" + kept.address() + "')";
            case Resources.Image.Blocked blocked -> "";
            case Resources.Image.Refused refused -> throw new Refused();
        };
    }
}
