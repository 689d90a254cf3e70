package oriel.html;

import com.helger.css.decl.CSSDeclaration;
import com.helger.css.decl.CSSDeclarationList;
import com.helger.css.handler.DoNothingCSSParseExceptionCallback;
import com.helger.css.reader.CSSReaderDeclarationList;
import com.helger.css.reader.CSSReaderSettings;
import com.helger.css.reader.errorhandler.DoNothingCSSInterpretErrorHandler;
import com.helger.css.reader.errorhandler.DoNothingCSSParseErrorHandler;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists of declarations, as in a style attribute, by the allow-list. Remembers what it has seen: mail repeats itself. */
final class CleanCss {
    private static final int MAX_LENGTH = 256 * 1024;
    private static final int MAX_DECLARATIONS = 500;
    private static final int MAX_REMEMBERED = 10_000;

    /** Of declarations read by ph-css for one message: far more than any newsletter has. */
    private static final int MAX_PARSED = 20_000;

    /** Escapes hide names, braces and angle brackets end the place a declaration may stand in. */
    private static final Pattern SUSPECT = Pattern.compile("[\\\\<>{}\\x00-\\x08\\x0E-\\x1F\\x7F]");

    private static final Pattern ADDRESS = Pattern.compile("(?i)url");

    private final Resources resources;
    private final Map<String, String> seen = new HashMap<>();
    private int left = MAX_PARSED;

    CleanCss(Resources resources) {
        this.resources = resources;
    }

    static CSSReaderSettings settings() {
        return new CSSReaderSettings()
                .setBrowserCompliantMode(false)
                .setCustomErrorHandler(new DoNothingCSSParseErrorHandler())
                .setCustomExceptionHandler(new DoNothingCSSParseExceptionCallback())
                .setInterpretErrorHandler(new DoNothingCSSInterpretErrorHandler());
    }

    /** The declarations that may stay, joined by semicolons; perhaps none. */
    String declarations(String css) {
        if (css.length() > MAX_LENGTH) {
            return "";
        }
        return CssSplitter.declarations(css).stream()
                .limit(MAX_DECLARATIONS)
                .map(this::declaration)
                .filter(clean -> !clean.isEmpty())
                .collect(Collectors.joining(";"));
    }

    private String declaration(String piece) {
        String known = seen.get(piece);
        if (known != null) {
            return known;
        }
        boolean readable = isKnown(piece) && !SUSPECT.matcher(piece).find() && CssSplitter.isShallow(piece);
        String clean = readable && left-- > 0 ? parse(piece) : "";
        // What may hold an image is counted each time it is used.
        if (seen.size() < MAX_REMEMBERED
                && piece.length() < 200
                && !ADDRESS.matcher(piece).find()) {
            seen.put(piece, clean);
        }
        return clean;
    }

    /** Spares the parser what would be dropped anyway, such as the many mso- properties of Word. */
    private static boolean isKnown(String declaration) {
        int colon = declaration.indexOf(':');
        return colon > 0
                && CssProperties.rule(name(declaration.substring(0, colon))).isPresent();
    }

    private static String name(String property) {
        return property.strip().toLowerCase(Locale.ROOT);
    }

    private String parse(String piece) {
        try {
            CSSDeclarationList list = CSSReaderDeclarationList.readFromString(piece, settings());
            return list == null || list.getDeclarationCount() != 1 ? "" : write(list.getDeclarationAtIndex(0));
        } catch (RuntimeException e) {
            // ph-css throws this and that on broken input; a declaration it cannot read is one that goes.
            return "";
        }
    }

    private String write(@Nullable CSSDeclaration declaration) {
        if (declaration == null) {
            return "";
        }
        String property = name(declaration.getProperty());
        return CssValue.clean(property, declaration.getExpression(), resources)
                .map(value -> property + ":" + value + (declaration.isImportant() ? " !important" : ""))
                .orElse("");
    }
}
