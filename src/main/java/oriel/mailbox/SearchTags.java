package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import oriel.account.CurrentAccount;
import oriel.index.SearchExpression;
import oriel.index.SearchExpression.And;
import oriel.index.SearchExpression.Not;
import oriel.index.SearchExpression.Or;
import oriel.index.SearchExpression.Tagged;
import oriel.mail.Tag;

/** Makes of tags in a search, as people call them, what the index understands, and adds the messages that Oriel keeps them of. */
@ApplicationScoped
public class SearchTags {

    private final OwnTags own;
    private final TagNames names;
    private final KnownTags known;
    private final CurrentAccount account;

    @Inject
    public SearchTags(OwnTags own, TagNames names, KnownTags known, CurrentAccount account) {
        this.own = own;
        this.names = names;
        this.known = known;
        this.account = account;
    }

    /** The search with tags by their keywords. */
    SearchExpression read(SearchExpression expression) {
        return switch (expression) {
            case And and -> and.of().isEmpty() ? and : new And(all(and.of()));
            case Or or -> new Or(all(or.of()));
            case Not not -> new Not(read(not.of()));
            case Tagged tagged -> tagged(tagged.tag());
            default -> expression;
        };
    }

    private List<SearchExpression> all(List<SearchExpression> expressions) {
        return expressions.stream().map(this::read).toList();
    }

    private SearchExpression tagged(String typed) {
        boolean isKeyword = typed.startsWith("$") && Tag.isTag(typed);
        List<SearchExpression> found = (isKeyword ? Stream.of(new Tag(typed)) : called(typed))
                .flatMap(this::tagged)
                .toList();
        return found.size() == 1 ? found.getFirst() : new Or(found);
    }

    /** Of that name in any case, which servers know nothing of where the name is not of ASCII alone. */
    private Stream<Tag> called(String name) {
        List<Tag> spelled = names.tags(name);
        if (name.chars().allMatch(c -> c < 128)) {
            return spelled.stream();
        }
        Stream<Tag> others = known.inUse().stream()
                .filter(each -> folded(names.name(each)).equals(folded(name.strip()))
                        && spelled.stream().noneMatch(one -> one.is(each.keyword())));
        return Stream.concat(spelled.stream(), others);
    }

    private static String folded(String name) {
        // Up first: some letters have two lower cases, or become two letters.
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** What finds the messages that have it. */
    private Stream<SearchExpression> tagged(Tag tag) {
        TagBook.Found kept = own.with(account.id(), tag);
        Stream<SearchExpression> named =
                kept.messageIds().isEmpty() ? Stream.empty() : Stream.of(new SearchExpression.Named(kept.messageIds()));
        Stream<SearchExpression> others = kept.others().stream().flatMap(each -> each.received().stream());
        return Stream.of(Stream.of(new Tagged(tag.keyword())), named, others).flatMap(each -> each);
    }
}
