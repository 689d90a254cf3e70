package oriel.html;

import com.helger.css.decl.CSSSelector;
import com.helger.css.decl.CSSSelectorAttribute;
import com.helger.css.decl.CSSSelectorSimpleMember;
import com.helger.css.decl.CSSStyleRule;
import com.helger.css.decl.CascadingStyleSheet;
import com.helger.css.decl.ECSSSelectorCombinator;
import com.helger.css.decl.ICSSSelectorMember;
import com.helger.css.reader.CSSReader;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Selectors by element, class and a few states.
 *
 * <p>None by id, since ids are dropped, and none by any attribute but class: a rule that matches on an address or a text
 * could tell its sender what else stands in a quoted message.
 */
final class Selectors {
    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_MEMBERS = 30;
    private static final Pattern SIMPLE = Pattern.compile("\\*|\\.?-?[A-Za-z_][A-Za-z0-9_-]{0,80}|"
            + ":(?:link|visited|hover|active|focus|first-child|last-child|only-child|first-of-type|last-of-type|root)");
    private static final Pattern BY_CLASS = Pattern.compile(
            "\\[class(?:[~^$*|]?=(?:[A-Za-z0-9_-]{1,80}|\"[A-Za-z0-9_ -]{1,80}\"|'[A-Za-z0-9_ -]{1,80}'))?]");

    private Selectors() {}

    /** Those of a list of selectors that may stay, separated by commas; perhaps none. */
    static String clean(String list) {
        if (list.length() > MAX_LENGTH * 10) {
            return "";
        }
        return CssSplitter.commaList(list).stream()
                .filter(selector -> selector.length() <= MAX_LENGTH && CssSplitter.isShallow(selector))
                .flatMap(selector -> selector(selector).stream())
                .collect(Collectors.joining(","));
    }

    private static Optional<String> selector(String selector) {
        if (SIMPLE.matcher(selector).matches()) {
            return Optional.of(selector);
        }
        if (selector.chars().anyMatch(c -> "\\<{}@;!/&".indexOf(c) >= 0)) {
            return Optional.empty();
        }
        try {
            CascadingStyleSheet sheet = CSSReader.readFromStringReader(selector + "{}", CleanCss.settings());
            return sheet != null
                            && sheet.getRuleCount() == 1
                            && sheet.getRuleAtIndex(0) instanceof CSSStyleRule rule
                            && rule.getSelectorCount() == 1
                    ? write(Objects.requireNonNull(rule.getSelectorAtIndex(0)))
                    : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> write(CSSSelector selector) {
        StringBuilder out = new StringBuilder();
        for (ICSSSelectorMember member : selector.getAllMembers()) {
            Optional<String> text = member(member);
            if (text.isEmpty() || selector.getMemberCount() > MAX_MEMBERS) {
                return Optional.empty();
            }
            out.append(text.get());
        }
        return Optional.of(out.toString().strip()).filter(text -> !text.isEmpty());
    }

    private static Optional<String> member(ICSSSelectorMember member) {
        return switch (member) {
            case CSSSelectorSimpleMember simple ->
                Optional.of(simple.getValue())
                        .filter(value -> SIMPLE.matcher(value).matches());
            case CSSSelectorAttribute attribute ->
                Optional.of(attribute.getAsCSSString())
                        .filter(text -> BY_CLASS.matcher(text).matches());
            case ECSSSelectorCombinator combinator -> Optional.of(combinator.getName());
            default -> Optional.empty();
        };
    }
}
