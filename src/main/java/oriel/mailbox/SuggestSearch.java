package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import oriel.account.CurrentAccount;
import oriel.index.Completions;
import oriel.index.SearchEnd;
import oriel.index.SearchExpression.Place;
import oriel.index.SearchSyntax;
import oriel.mail.Address;
import oriel.mail.Folder;

/** Completes the end of a search while it is typed, from the account's own index and folders. */
@ApplicationScoped
public class SuggestSearch {

    private static final int MOST = 8;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 1_000;

    private static final List<String> OPERATORS = List.of(
            "from",
            "to",
            "cc",
            "subject",
            "body",
            "filename",
            "has",
            "is",
            "before",
            "after",
            "on",
            "larger",
            "smaller",
            "in",
            "tag");

    private static final List<String> DATES = List.of("today", "yesterday", "7d", "30d", "1y");
    private static final List<String> SIZES = List.of("100k", "1M", "5M", "10M");

    private static final Map<String, List<String>> VALUES = Map.of(
            "is", List.of("unread", "read", "flagged", "unflagged", "answered", "unanswered", "forwarded", "draft"),
            "has", List.of("attachment", "flag"),
            "before", DATES,
            "after", DATES,
            "since", DATES,
            "on", DATES.subList(0, 2),
            "larger", SIZES,
            "smaller", SIZES);

    private final Completions completions;
    private final KnownFolders folders;
    private final KnownTags tags;
    private final TagNames names;
    private final CurrentAccount account;

    @Inject
    public SuggestSearch(
            Completions completions, KnownFolders folders, KnownTags tags, TagNames names, CurrentAccount account) {
        this.completions = completions;
        this.folders = folders;
        this.tags = tags;
        this.names = names;
        this.account = account;
    }

    /** At most {@value #MOST}; none for what is too long, or ends with a space. */
    public List<Suggestion> suggest(String typed) {
        if (typed.length() > LONGEST) {
            return List.of();
        }
        SearchEnd end = SearchEnd.of(typed);
        Stream<Suggestion> suggested = switch (end.operator()) {
            case "" -> ofWord(end);
            case "from" -> people(end, Place.FROM, "from");
            case "to", "cc" -> people(end, Place.TO, end.operator());
            case "in" -> folders(end);
            case "tag", "label" -> tags(end);
            default -> values(end, end.operator());
        };
        return suggested
                .filter(each -> !each.text().strip().equals(typed))
                .limit(MOST)
                .toList();
    }

    private Stream<Suggestion> ofWord(SearchEnd end) {
        String word = end.value().toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return Stream.empty();
        }
        Stream<Suggestion> operators = OPERATORS.stream()
                .filter(each -> each.startsWith(word))
                .map(each -> new Suggestion(
                        end.before() + each + ":", each + ":", "operator." + each, Suggestion.Kind.OPERATOR));
        if (word.length() < SHORTEST && word.charAt(0) < 128) {
            return operators;
        }
        return Stream.of(operators, values(end, "is"), values(end, "has"), people(end, Place.ANYWHERE, "from"))
                .flatMap(each -> each);
    }

    private static Stream<Suggestion> values(SearchEnd end, String operator) {
        return VALUES.getOrDefault(operator, List.of()).stream()
                .filter(each -> begins(each, end.value()))
                .map(each -> of(end, operator, each, operator + "." + each, Suggestion.Kind.VALUE));
    }

    private Stream<Suggestion> people(SearchEnd end, Place place, String operator) {
        return completions.people(account.id(), place, end.value(), MOST).stream()
                .map(each -> of(end, sent(operator, each), each.email(), each.full(), Suggestion.Kind.PERSON));
    }

    /** Who is meant by a word alone is whom mail comes from, but for oneself. */
    private String sent(String operator, Address address) {
        return address.email().equalsIgnoreCase(account.id().value()) ? "to" : operator;
    }

    private Stream<Suggestion> tags(SearchEnd end) {
        return tags.inUse().stream()
                .map(names::name)
                .filter(each -> begins(each, end.value()))
                .map(each -> of(end, end.operator(), each, each, Suggestion.Kind.TAG));
    }

    private Stream<Suggestion> folders(SearchEnd end) {
        List<Folder> all = folders.all(account.id());
        return all.stream()
                .filter(folder -> folder.selectable()
                        && folder.mail()
                        && !folder.path().value().contains("\""))
                .filter(folder -> begins(folder.name(), end.value())
                        || begins(folder.path().value(), end.value())
                        || begins(name(all, folder), end.value()))
                .map(folder -> of(end, "in", name(all, folder), folder.name(), Suggestion.Kind.FOLDER));
    }

    /** What it is for, or its name, or else all of its path, if others are called so too. */
    private static String name(List<Folder> all, Folder folder) {
        return SearchSyntax.name(folder.use()).orElseGet(() -> {
            long namesakes = all.stream()
                    .filter(each -> each.name().equalsIgnoreCase(folder.name()))
                    .count();
            boolean isPlain = namesakes == 1 && SearchSyntax.use(folder.name()).isEmpty();
            return isPlain ? folder.name() : folder.path().value();
        });
    }

    private static boolean begins(String whole, String begun) {
        return whole.toLowerCase(Locale.ROOT).startsWith(begun.toLowerCase(Locale.ROOT));
    }

    private static Suggestion of(SearchEnd end, String operator, String value, String label, Suggestion.Kind kind) {
        boolean plain = value.chars().noneMatch(c -> Character.isWhitespace(c) || "()|".indexOf(c) >= 0);
        String whole = operator + ":" + (plain ? value : '"' + value.replace("\"", "") + '"');
        return new Suggestion(end.before() + whole + " ", whole, label, kind);
    }
}
