package oriel.html;

import com.helger.css.decl.CSSDeclaration;
import com.helger.css.decl.CSSDeclarationList;
import com.helger.css.handler.DoNothingCSSParseExceptionCallback;
import com.helger.css.reader.CSSReaderDeclarationList;
import com.helger.css.reader.CSSReaderSettings;
import com.helger.css.reader.errorhandler.DoNothingCSSInterpretErrorHandler;
import com.helger.css.reader.errorhandler.DoNothingCSSParseErrorHandler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Lists of declarations, as in a style attribute, by the allow-list. Remembers what it has seen: mail repeats itself. */
final class CleanCss {
    private static final int MAX_LENGTH = 256 * 1024;
    private static final int MAX_DECLARATIONS = 500;
    private static final int MAX_REMEMBERED = 2_000;

    /** Escapes hide names, braces and angle brackets end the place a declaration may stand in. */
    private static final Pattern SUSPECT = Pattern.compile("[\\\\<>{}\\x00-\\x08\\x0E-\\x1F\\x7F]");

    private final Resources resources;
    private final Map<String, String> seen = new HashMap<>();

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
        String known = seen.get(css);
        if (known != null) {
            return known;
        }
        String clean = css.length() > MAX_LENGTH ? "" : String.join(";", clean(css));
        // What holds an image is counted each time it is used.
        if (seen.size() < MAX_REMEMBERED && css.length() < 2_000 && css.indexOf('(') < 0) {
            seen.put(css, clean);
        }
        return clean;
    }

    private List<String> clean(String css) {
        List<String> pieces = CssSplitter.declarations(css).stream()
                .filter(piece -> !SUSPECT.matcher(piece).find() && isKnown(piece) && CssSplitter.isShallow(piece))
                .limit(MAX_DECLARATIONS)
                .toList();
        List<CSSDeclaration> parsed = parse(String.join(";", pieces));
        if (parsed.isEmpty() && !pieces.isEmpty()) {
            parsed = pieces.stream().flatMap(piece -> parse(piece).stream()).toList();
        }
        List<String> clean = new ArrayList<>();
        parsed.forEach(declaration -> clean(declaration, clean));
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

    private static List<CSSDeclaration> parse(String css) {
        try {
            CSSDeclarationList list = CSSReaderDeclarationList.readFromString(css, settings());
            return list == null ? List.of() : list.getAllDeclarations();
        } catch (RuntimeException e) {
            // ph-css throws this and that on broken input; a declaration it cannot read is one that goes.
            return List.of();
        }
    }

    private void clean(CSSDeclaration declaration, List<String> out) {
        String property = name(declaration.getProperty());
        CssValue.clean(property, declaration.getExpression(), resources)
                .map(value -> property + ":" + value + (declaration.isImportant() ? " !important" : ""))
                .ifPresent(out::add);
    }
}
