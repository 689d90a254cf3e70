package oriel.html;

import com.helger.css.decl.CSSMediaExpression;
import com.helger.css.decl.CSSMediaQuery;
import com.helger.css.decl.CSSMediaRule;
import com.helger.css.decl.CascadingStyleSheet;
import com.helger.css.reader.CSSReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The content of style elements by the allow-list: plain rules, and those inside {@code @media}; no other at-rule. */
final class StyleBlocks {
    /** Of all style elements of a message together, in characters. */
    private static final int MAX_LENGTH = 256 * 1024;

    private static final int MAX_RULES = 5_000;
    private static final int MAX_MEDIA_DEPTH = 3;
    private static final int MAX_QUERY_LENGTH = 1_000;
    private static final Pattern MEDIUM = Pattern.compile("all|screen|print|handheld|projection|tv|speech");
    private static final Pattern FEATURE = Pattern.compile("(?:(?:min|max)-)?(?:device-)?(?:width|height)|orientation"
            + "|(?:-webkit-)?(?:min-|max-)?device-pixel-ratio|(?:min-|max-)?resolution|hover");
    private static final Pattern FEATURE_VALUE = Pattern.compile("[a-z-]{1,20}|\\d{1,5}(?:\\.\\d{1,3})?[a-z]{0,4}");

    private final CleanCss css;
    private int left = MAX_LENGTH;

    StyleBlocks(CleanCss css) {
        this.css = css;
    }

    /**
     * What may stay of one style element.
     *
     * @param media its media attribute, perhaps empty
     */
    String clean(String sheet, String media) {
        if (sheet.length() > left) {
            return "";
        }
        left -= sheet.length();
        // Word hides its rules from browsers of the last century; CSS ignores these marks between rules.
        String rules = rules(sheet.replace("<!--", " ").replace("-->", " "), 0);
        String clean = media.isBlank() || rules.isEmpty() ? rules : media(media, rules);
        return clean.indexOf('<') >= 0 ? "" : clean;
    }

    private String rules(String sheet, int depth) {
        return CssSplitter.statements(sheet).stream()
                .limit(MAX_RULES)
                .map(statement -> statement(statement, depth))
                .collect(Collectors.joining());
    }

    private String statement(CssSplitter.Statement statement, int depth) {
        String prelude = statement.prelude();
        if (prelude.regionMatches(true, 0, "@media", 0, 6)) {
            String rules = depth < MAX_MEDIA_DEPTH ? rules(statement.block(), depth + 1) : "";
            return rules.isEmpty() ? "" : media(prelude.substring(6), rules);
        }
        String selectors = prelude.startsWith("@") ? "" : Selectors.clean(prelude);
        String declarations = selectors.isEmpty() ? "" : css.declarations(statement.block());
        return declarations.isEmpty() ? "" : selectors + "{" + declarations + "}";
    }

    private static String media(String list, String rules) {
        String queries = CssSplitter.commaList(list).stream()
                .filter(query -> query.length() < MAX_QUERY_LENGTH && CssSplitter.isShallow(query))
                .flatMap(query -> query(query).stream())
                .collect(Collectors.joining(","));
        return queries.isEmpty() ? "" : "@media " + queries + "{" + rules + "}";
    }

    private static Optional<String> query(String query) {
        if (query.chars().anyMatch(c -> "\\<>{}@;\"'".indexOf(c) >= 0)) {
            return Optional.empty();
        }
        try {
            CascadingStyleSheet sheet = CSSReader.readFromStringReader("@media " + query + "{}", CleanCss.settings());
            return sheet != null && sheet.getRuleCount() == 1 && sheet.getRuleAtIndex(0) instanceof CSSMediaRule rule
                    ? write(rule.getAllMediaQueries())
                    : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> write(List<CSSMediaQuery> queries) {
        if (queries.size() != 1) {
            return Optional.empty();
        }
        CSSMediaQuery query = queries.getFirst();
        String medium = query.getMedium() == null ? "" : query.getMedium().toLowerCase(Locale.ROOT);
        List<String> features = query.getAllMediaExpressions().stream()
                .map(StyleBlocks::feature)
                .toList();
        boolean plain = (medium.isEmpty() || MEDIUM.matcher(medium).matches()) && !features.contains("");
        String modifier = query.isNot() ? "not " : query.isOnly() ? "only " : "";
        String start = medium.isEmpty() || features.isEmpty() ? medium : medium + " and ";
        return plain ? Optional.of(modifier + start + String.join(" and ", features)) : Optional.empty();
    }

    private static String feature(CSSMediaExpression expression) {
        String name = expression.getFeature().toLowerCase(Locale.ROOT);
        String value = expression.getValue() == null
                ? ""
                : expression
                        .getValue()
                        .getAsCSSString()
                        .toLowerCase(Locale.ROOT)
                        .strip();
        boolean plain = FEATURE.matcher(name).matches()
                && (value.isEmpty() || FEATURE_VALUE.matcher(value).matches());
        return !plain ? "" : value.isEmpty() ? "(" + name + ")" : "(" + name + ":" + value + ")";
    }
}
