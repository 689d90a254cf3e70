package oriel.index;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import oriel.index.SearchExpression.Among;
import oriel.index.SearchExpression.And;
import oriel.index.SearchExpression.Or;
import oriel.index.SearchExpression.Place;
import oriel.index.SearchExpression.Words;
import oriel.mail.FolderPath;
import oriel.mail.Lines;
import oriel.mail.MessageRef;
import oriel.mail.SearchQuery;

/**
 * What of a search a mail server is asked, which can look into texts that are not indexed: its words, all of them. Everything
 * else is for the index to check, of what the server finds too.
 */
public final class ServerSearch {

    private static final int SHORTEST = 2;
    private static final int MOST = 10;

    private static final Pattern MARKS_AROUND =
            Pattern.compile("^[^\\p{L}\\p{N}\\p{M}\\p{So}]+|[^\\p{L}\\p{N}\\p{M}\\p{So}]+$");

    private ServerSearch() {}

    /**
     * What the server is asked. For one word that is the text alone, because the index knows those headers that people see;
     * several words may lie some here and some there.
     *
     * @return empty if the server is of no help, as with alternatives, or with nothing to look for in texts
     */
    public static Optional<SearchQuery> of(SearchExpression expression) {
        List<Words> words = new ArrayList<>();
        boolean simple = collect(expression, words);
        boolean inTexts = words.stream().anyMatch(ServerSearch::isInTexts);
        if (!simple || !inTexts || words.size() > MOST) {
            return Optional.empty();
        }
        return Optional.of(new SearchQuery(words.stream()
                .<SearchQuery.Criterion>map(each -> new SearchQuery.Text(
                        words.size() == 1 ? SearchQuery.Field.BODY : field(each.place()), text(each)))
                .toList()));
    }

    /** The folders that the search itself names, which are all that it is about; none if it names none. */
    public static List<FolderPath> folders(SearchExpression expression) {
        return switch (expression) {
            case And and ->
                and.of().stream()
                        .map(ServerSearch::folders)
                        .filter(each -> !each.isEmpty())
                        .findFirst()
                        .orElse(List.of());
            case Or or ->
                or.of().stream().allMatch(SearchExpression.In.class::isInstance)
                        ? or.of().stream()
                                .map(each -> ((SearchExpression.In) each).folder())
                                .toList()
                        : List.of();
            default -> List.of();
        };
    }

    /** The same search, in which what the server has found counts as holding the words. */
    public static SearchExpression with(SearchExpression expression, List<MessageRef> found) {
        return switch (expression) {
            case And and ->
                new And(and.of().stream().map(each -> with(each, found)).toList());
            case Words words -> isInTexts(words) ? new Or(List.of(words, new Among(found))) : words;
            default -> expression;
        };
    }

    private static boolean collect(SearchExpression expression, List<Words> words) {
        return switch (expression) {
            case And and -> and.of().stream().allMatch(each -> collect(each, words));
            case Words found -> {
                if (found.place() == Place.FILE) {
                    // The index knows them all.
                    yield true;
                }
                words.add(found);
                yield isLongEnough(text(found));
            }
            case Or or -> or.of().stream().noneMatch(ServerSearch::hasWords);
            case SearchExpression.Not not -> !hasWords(not.of());
            default -> true;
        };
    }

    private static boolean hasWords(SearchExpression expression) {
        List<Words> words = new ArrayList<>();
        return !collect(expression, words) || !words.isEmpty();
    }

    /** In one line, and composed, as nearly all mail is: servers compare characters. Marks around it are no part of it. */
    private static String text(Words words) {
        String text = Normalizer.normalize(Lines.folded(words.text()).replaceAll("\\s+", " "), Normalizer.Form.NFC);
        String bare = MARKS_AROUND.matcher(text).replaceAll("");
        return isLongEnough(bare) ? bare : text;
    }

    /** Of Chinese and its like one character is a word. */
    private static boolean isLongEnough(String text) {
        return text.length() >= SHORTEST || text.codePoints().anyMatch(Character::isIdeographic);
    }

    private static boolean isInTexts(Words words) {
        return words.place() == Place.ANYWHERE || words.place() == Place.BODY;
    }

    private static SearchQuery.Field field(Place place) {
        return switch (place) {
            case ANYWHERE -> SearchQuery.Field.ANYWHERE;
            case FROM -> SearchQuery.Field.FROM;
            // A server knows To and Cc apart only; the index knows the one that is meant.
            case TO -> SearchQuery.Field.ANYWHERE;
            case CC -> SearchQuery.Field.CC;
            case SUBJECT -> SearchQuery.Field.SUBJECT;
            case BODY -> SearchQuery.Field.BODY;
            case FILE -> throw new IllegalArgumentException("Names of attachments are for the index to find");
        };
    }
}
