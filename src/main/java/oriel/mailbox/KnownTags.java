package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import oriel.account.CurrentAccount;
import oriel.index.Completions;
import oriel.mail.Tag;

/** The tags that somebody has given to messages. */
@ApplicationScoped
public class KnownTags {

    private static final int MOST = 100;

    private final Completions completions;
    private final OwnTags own;
    private final TagNames names;
    private final CurrentAccount account;

    @Inject
    public KnownTags(Completions completions, OwnTags own, TagNames names, CurrentAccount account) {
        this.completions = completions;
        this.own = own;
        this.names = names;
        this.account = account;
    }

    /** Those in use, the most frequent ones of the server's first. */
    public List<Tag> inUse() {
        Stream<Tag> kept =
                completions.tags(account.id(), MOST).stream().filter(Tag::isTag).map(Tag::new);
        Stream<Tag> others = own.all(account.id()).stream().sorted(Comparator.comparing(Tag::name));
        return unique(Stream.concat(kept, others).toList());
    }

    /** Those in use, and the usual ones. */
    public List<Tag> offered() {
        return unique(
                Stream.of(inUse(), names.labels()).flatMap(Collection::stream).toList());
    }

    /** The tag of this name: the one that is in use, if it is but for the case of letters; empty if there can be none. */
    public Optional<Tag> named(String name) {
        return names.tags(name).stream()
                .findFirst()
                .map(tag -> inUse().stream()
                        .filter(each -> names.name(each).equalsIgnoreCase(names.name(tag)))
                        .findFirst()
                        .orElse(tag));
    }

    private static List<Tag> unique(List<Tag> tags) {
        List<Tag> unique = new ArrayList<>();
        tags.forEach(each -> {
            if (unique.stream().noneMatch(one -> one.is(each.keyword()))) {
                unique.add(each);
            }
        });
        return unique.subList(0, Math.min(MOST, unique.size()));
    }
}
