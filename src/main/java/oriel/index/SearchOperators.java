package oriel.index;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
            Pattern.compile("(\\d+)(?:[.,](\\d+))?\\s*([kmg]?)i?b?", Pattern.CASE_INSENSITIVE);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private static final Map<String, SearchExpression> HAS = Map.of(
            "attachment", new SearchExpression.HasAttachment(),
            "attachments", new SearchExpression.HasAttachment(),
            "file", new SearchExpression.HasAttachment(),
            "flag", new SearchExpression.Marked(Flag.FLAGGED, true));

    private static final Map<String, SearchExpression> IS = Map.ofEntries(
            marked("unread", Flag.SEEN, false),
            marked("unseen", Flag.SEEN, false),
            marked("new", Flag.SEEN, false),
            marked("read", Flag.SEEN, true),
            marked("seen", Flag.SEEN, true),
            marked("flagged", Flag.FLAGGED, true),
            marked("starred", Flag.FLAGGED, true),
            marked("unflagged", Flag.FLAGGED, false),
            marked("unstarred", Flag.FLAGGED, false),
            marked("answered", Flag.ANSWERED, true),
            marked("replied", Flag.ANSWERED, true),
            marked("unanswered", Flag.ANSWERED, false),
            marked("forwarded", Flag.FORWARDED, true),
            marked("draft", Flag.DRAFT, true));

    private final ZonedDateTime now;
    private final Function<String, List<FolderPath>> folders;

    /** @param now in the reader's time zone */
    SearchOperators(ZonedDateTime now, Function<String, List<FolderPath>> folders) {
        this.now = now;
        this.folders = folders;
    }

    private static Map.Entry<String, SearchExpression> marked(String name, Flag flag, boolean set) {
        return Map.entry(name, new SearchExpression.Marked(flag, set));
    }

    /** A word, which may be the beginning of one. */
    static SearchExpression word(String text) {
        return words(Place.ANYWHERE, text);
    }

    private static SearchExpression words(Place place, String text) {
        String word = text.endsWith("*") ? text.substring(0, text.length() - 1) : text;
        return wanted(new Words(place, word, false, true));
    }

    static SearchExpression phrase(Place place, String text) {
        return wanted(new Words(place, text, true, false));
    }

    /** Marks without a letter are found nowhere, and are wanted nowhere. */
    private static SearchExpression wanted(Words words) {
        return SearchTerms.of(words.text()).isEmpty() ? SearchExpression.ALL : words;
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
            case "filename" -> in(Place.FILE, token);
            case "has" -> known("has", HAS, value);
            case "is" -> known("is", IS, value);
            case "before" -> days(value, days -> new SearchExpression.Before(start(days.first())));
            case "after", "since" -> days(value, days -> new SearchExpression.Since(start(days.first())));
            case "on" -> days(value, this::on);
            case "larger" -> new SearchExpression.Larger(size(value));
            case "smaller" -> new SearchExpression.Smaller(size(value));
            case "in" -> folder(value);
            default -> new SearchExpression.Tagged(value);
        };
    }

    private static SearchExpression in(Place place, SearchToken token) {
        return token.quoted() ? phrase(place, token.text()) : words(place, token.text());
    }

    private static SearchExpression known(String operator, Map<String, SearchExpression> values, String value)
            throws NotUnderstood {
        String name = value.toLowerCase(Locale.ROOT);
        if (values.containsKey(name)) {
            return values.get(name);
        }
        if (values.keySet().stream().anyMatch(each -> each.startsWith(name))) {
            // Somebody is still typing.
            return SearchExpression.ALL;
        }
        throw new NotUnderstood(operator, value);
    }

    private SearchExpression days(String value, Function<SearchDays, SearchExpression> meaning) throws NotUnderstood {
        Optional<SearchDays> days = SearchDays.of(value, now.toLocalDate());
        if (days.isEmpty() && !SearchDays.isBegun(value)) {
            throw new NotUnderstood("date", value);
        }
        return days.map(meaning).orElse(SearchExpression.ALL);
    }

    private SearchExpression on(SearchDays days) {
        return new SearchExpression.And(List.of(
                new SearchExpression.Since(start(days.first())), new SearchExpression.Before(start(days.afterLast()))));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(now.getZone()).toInstant();
    }

    /** What stands in parentheses after an operator: each word of it is a value. */
    SearchExpression of(SearchToken operator, SearchExpression values) throws NotUnderstood {
        return switch (values) {
            case SearchExpression.And and -> new SearchExpression.And(of(operator, and.of()));
            case SearchExpression.Or or -> new SearchExpression.Or(of(operator, or.of()));
            case SearchExpression.Not not -> new SearchExpression.Not(of(operator, not.of()));
            case Words words ->
                words.place() == Place.ANYWHERE ? of(operator.with(words.text(), words.phrase())) : words;
            default -> values;
        };
    }

    private List<SearchExpression> of(SearchToken operator, List<SearchExpression> values) throws NotUnderstood {
        List<SearchExpression> of = new ArrayList<>();
        for (SearchExpression each : values) {
            of.add(of(operator, each));
        }
        return of;
    }

    private static long size(String value) throws NotUnderstood {
        Matcher size = SIZE.matcher(value);
        if (!size.matches()) {
            throw new NotUnderstood("size", value);
        }
        long unit = switch (size.group(3).toLowerCase(Locale.ROOT)) {
            case "k" -> 1L << 10;
            case "m" -> 1L << 20;
            case "g" -> 1L << 30;
            default -> 1;
        };
        String fraction = size.group(2) == null ? "0" : size.group(2);
        BigDecimal bytes = new BigDecimal(size.group(1) + "." + fraction).multiply(BigDecimal.valueOf(unit));
        return bytes.min(LARGEST).longValue();
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
