package oriel.index;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import oriel.mail.FolderPath;
import oriel.mail.SpecialUse;

/**
 * Reads what people type to search: {@code from:grace "at noon" has:attachment -is:read (lunch OR dinner)}. Words stand for
 * themselves, each may be the beginning of one, and all must be met; {@code OR} or {@code |} stands between alternatives,
 * {@code -} or {@code NOT} before what is not wanted. What can't be read so is searched for as plain words, with a complaint.
 */
public final class SearchSyntax {

    private static final int LONGEST = 1_000;
    private static final int DEEPEST = 20;

    private final String text;
    private final List<SearchToken> tokens;
    private final SearchOperators operators;
    private int next;

    /**
     * What was typed.
     *
     * @param words what to highlight in the rows that are found
     * @param complaint what was not understood
     */
    public record Parsed(SearchExpression expression, List<String> words, Optional<Complaint> complaint) {}

    private SearchSyntax(String text, List<SearchToken> tokens, SearchOperators operators) {
        this.text = text;
        this.tokens = tokens;
        this.operators = operators;
    }

    /**
     * Never throws.
     *
     * @param now in the reader's time zone, which days are of too
     * @param folders those that a name means; none if there is no such folder
     */
    public static Parsed parse(String typed, ZonedDateTime now, Function<String, List<FolderPath>> folders) {
        String text = typed.substring(0, Math.min(typed.length(), LONGEST));
        try {
            SearchSyntax syntax = new SearchSyntax(text, SearchToken.of(text), new SearchOperators(now, folders));
            SearchExpression expression = syntax.alternatives(0);
            if (syntax.next < syntax.tokens.size()) {
                throw new NotUnderstood("closing", SearchToken.from(text, syntax.tokens.get(syntax.next)));
            }
            return new Parsed(expression, SearchWords.of(expression), Optional.empty());
        } catch (NotUnderstood e) {
            SearchExpression plain = plain(text);
            return new Parsed(plain, SearchWords.of(plain), Optional.of(e.complaint()));
        }
    }

    /** What a folder is for, by the names that people type. */
    public static Optional<SpecialUse> use(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "inbox" -> Optional.of(SpecialUse.INBOX);
            case "draft", "drafts" -> Optional.of(SpecialUse.DRAFTS);
            case "sent" -> Optional.of(SpecialUse.SENT);
            case "archive" -> Optional.of(SpecialUse.ARCHIVE);
            case "junk", "spam" -> Optional.of(SpecialUse.JUNK);
            case "trash", "deleted", "bin" -> Optional.of(SpecialUse.TRASH);
            default -> Optional.empty();
        };
    }

    /** The name that a folder for this can be typed by; empty for an ordinary one. */
    public static Optional<String> name(SpecialUse use) {
        return use == SpecialUse.NONE
                ? Optional.empty()
                : Optional.of(use.name().toLowerCase(Locale.ROOT));
    }

    private static SearchExpression plain(String text) {
        return all(Arrays.stream(text.split("[\\s\"()]+"))
                .map(SearchOperators::word)
                .toList());
    }

    private SearchExpression alternatives(int depth) throws NotUnderstood {
        if (depth > DEEPEST) {
            throw new NotUnderstood("deep", "(");
        }
        List<SearchExpression> of = new ArrayList<>(List.of(together(depth)));
        while (isNext(SearchToken.Kind.OR)) {
            next++;
            of.add(together(depth));
        }
        List<SearchExpression> some = wanted(of);
        return some.size() > 1 ? new SearchExpression.Or(some) : all(some);
    }

    private SearchExpression together(int depth) throws NotUnderstood {
        List<SearchExpression> of = new ArrayList<>();
        while (!isEnd()) {
            of.add(one(depth));
        }
        return all(of);
    }

    private static SearchExpression all(List<SearchExpression> of) {
        List<SearchExpression> some = wanted(of);
        return some.size() == 1 ? some.getFirst() : new SearchExpression.And(some);
    }

    /** Without what says nothing: an alternative that is not there yet, an operator without a value, marks alone. */
    private static List<SearchExpression> wanted(List<SearchExpression> of) {
        return of.stream()
                .filter(each -> !each.equals(SearchExpression.ALL))
                .distinct()
                .toList();
    }

    private SearchExpression one(int depth) throws NotUnderstood {
        SearchToken token = tokens.get(next++);
        return switch (token.kind()) {
            case NOT -> not(isEnd() ? SearchExpression.ALL : one(depth + 1));
            case OPEN -> inside(token, depth);
            case CLOSE, AND, OR -> throw new NotUnderstood("closing", SearchToken.from(text, token));
            case WORD -> SearchOperators.word(token.text());
            case PHRASE -> SearchOperators.phrase(SearchExpression.Place.ANYWHERE, token.text());
            case OPERATOR ->
                token.text().isEmpty() && isNext(SearchToken.Kind.OPEN)
                        ? operators.of(token, inside(tokens.get(next++), depth))
                        : operators.of(token);
        };
    }

    private SearchExpression inside(SearchToken open, int depth) throws NotUnderstood {
        SearchExpression inside = alternatives(depth + 1);
        if (!isNext(SearchToken.Kind.CLOSE)) {
            throw new NotUnderstood("parenthesis", SearchToken.from(text, open));
        }
        next++;
        return inside;
    }

    private static SearchExpression not(SearchExpression of) {
        return of.equals(SearchExpression.ALL) ? of : new SearchExpression.Not(of);
    }

    private boolean isEnd() {
        return next == tokens.size() || isNext(SearchToken.Kind.OR) || isNext(SearchToken.Kind.CLOSE);
    }

    private boolean isNext(SearchToken.Kind kind) {
        return next < tokens.size() && tokens.get(next).kind() == kind;
    }
}
