package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import oriel.account.OwnData;
import oriel.account.OwnFiles;
import oriel.account.SignedOut;
import oriel.mail.AccountId;
import oriel.mail.Tag;

/** The tags of messages whose server keeps none, in a place of their own: the index is a cache and may be deleted at any time. */
@ApplicationScoped
public class OwnTags {

    private final OwnFiles<TagBook> files;

    @Inject
    public OwnTags(OwnData data) {
        files = new OwnFiles<>(data, "tags", TagBook::new);
    }

    /** The tags of these messages, for those that have any; none if they can't be read. */
    Map<MessageName, Set<Tag>> of(AccountId account, Collection<MessageName> messages) {
        return files.read(account, Map.of(), book -> {
            Map<MessageName, Set<Tag>> tags = book.tags();
            return messages.stream()
                    .filter(tags::containsKey)
                    .distinct()
                    .collect(Collectors.toMap(each -> each, tags::get));
        });
    }

    /** The messages with a tag. */
    TagBook.Found with(AccountId account, Tag tag) {
        return files.read(account, new TagBook.Found(Set.of(), List.of()), book -> book.with(tag));
    }

    /** Whether the account has none. */
    boolean isEmpty(AccountId account) {
        return files.read(account, true, book -> book.tags().isEmpty());
    }

    /** All that any message has. */
    Set<Tag> all(AccountId account) {
        return files.read(account, Set.of(), TagBook::all);
    }

    /**
     * Gives messages a tag, or takes it from them.
     *
     * @throws UncheckedIOException if it can't be kept
     */
    void change(AccountId account, Collection<MessageName> messages, Tag tag, boolean set) {
        files.add(account, TagBook.line(messages, tag, set));
    }

    void forget(@Observes SignedOut left) {
        files.forget(left.account());
    }
}
