package oriel.index;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oriel.index.SearchExpression.Place;
import oriel.index.SearchExpression.Words;
import oriel.mail.Flag;
import oriel.mail.FolderPath;

/** What the operators of a search mean. */
final class SearchOperators {

    private static final Pattern SIZE =
            Pattern.compile("(\\d{1,12})(?:[.,](\\d{1,9}))?\\s*([kmg]?)i?b?", Pattern.CASE_INSENSITIVE);

    private final LocalDate today;
    private final Function<String, List<FolderPath>> folders;

    SearchOperators(LocalDate today, Function<String, List<FolderPath>> folders) {
        this.today = today;
        this.folders = folders;
    }

    /** A word, which may be the beginning of one. */
    static SearchExpression word(String text) {
        return words(Place.ANYWHERE, text);
    }

    private static SearchExpression words(Place place, String text) {
        String word = text.endsWith("*") ? text.substring(0, text.length() - 1) : text;
        return new Words(place, word, false, true);
    }

    static SearchExpression phrase(Place place, String text) {
        return new Words(place, text, true, false);
    }

    SearchExpression of(SearchToken token) throws NotUnderstood {
        String value = token.text();
        if (value.isBlank()) {
            // Somebody is still typing.
            return SearchExpression.ALL;
        }
        return switch (token.name()) {
            case "from" -> in(Place.FROM, token);
            case "to" -> in(Place.TO, token);
            case "cc" -> in(Place.CC, token);
            case "subject" -> in(Place.SUBJECT, token);
            case "body", "text" -> in(Place.BODY, token);
            case "has" -> has(value);
            case "is" -> is(value);
            case "before" -> new SearchExpression.Before(days(value).first());
            case "after", "since" -> new SearchExpression.Since(days(value).first());
            case "on" -> on(days(value));
            case "larger" -> new SearchExpression.Larger(size(value));
            case "smaller" -> new SearchExpression.Smaller(size(value));
            case "in" -> folder(value);
            default -> new SearchExpression.Tagged(value);
        };
    }

    private static SearchExpression in(Place place, SearchToken token) {
        return token.quoted() ? phrase(place, token.text()) : words(place, token.text());
    }

    private SearchExpression has(String value) throws NotUnderstood {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "attachment", "attachments", "file" -> new SearchExpression.HasAttachment();
            case "flag" -> new SearchExpression.Marked(Flag.FLAGGED, true);
            default -> throw new NotUnderstood("has", value);
        };
    }

    private SearchExpression is(String value) throws NotUnderstood {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "unread", "unseen", "new" -> new SearchExpression.Marked(Flag.SEEN, false);
            case "read", "seen" -> new SearchExpression.Marked(Flag.SEEN, true);
            case "flagged", "starred" -> new SearchExpression.Marked(Flag.FLAGGED, true);
            case "unflagged", "unstarred" -> new SearchExpression.Marked(Flag.FLAGGED, false);
            case "answered", "replied" -> new SearchExpression.Marked(Flag.ANSWERED, true);
            case "unanswered" -> new SearchExpression.Marked(Flag.ANSWERED, false);
            case "forwarded" -> new SearchExpression.Marked(Flag.FORWARDED, true);
            case "draft" -> new SearchExpression.Marked(Flag.DRAFT, true);
            default -> throw new NotUnderstood("is", value);
        };
    }

    private SearchDays days(String value) throws NotUnderstood {
        return SearchDays.of(value, today).orElseThrow(() -> new NotUnderstood("date", value));
    }

    private static SearchExpression on(SearchDays days) {
        return new SearchExpression.And(
                List.of(new SearchExpression.Since(days.first()), new SearchExpression.Before(days.afterLast())));
    }

    private static long size(String value) throws NotUnderstood {
        Matcher size = SIZE.matcher(value);
        if (!size.matches()) {
            throw new NotUnderstood("size", value);
        }
        BigDecimal number = new BigDecimal(
                size.group(1) + "." + Optional.ofNullable(size.group(2)).orElse("0"));
        long unit = switch (size.group(3).toLowerCase(Locale.ROOT)) {
            case "k" -> 1L << 10;
            case "m" -> 1L << 20;
            case "g" -> 1L << 30;
            default -> 1;
        };
        return number.multiply(BigDecimal.valueOf(unit))
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValue();
    }

    private SearchExpression folder(String name) throws NotUnderstood {
        List<FolderPath> found = folders.apply(name);
        if (found.isEmpty()) {
            throw new NotUnderstood("folder", name);
        }
        return new SearchExpression.Or(
                found.stream().<SearchExpression>map(SearchExpression.In::new).toList());
    }
}
