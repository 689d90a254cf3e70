package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import oriel.account.CurrentAccount;
import oriel.mail.ListChanged;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.MessageRef;
import oriel.mail.SyncStores;
import oriel.mail.Tag;
import oriel.mail.TagsChanged;

/** Gives messages tags, which their server keeps as keywords, or else Oriel itself. */
@ApplicationScoped
public class TagMessages {

    private static final int MOST = 500;

    private final MailStore store;
    private final SyncStores servers;
    private final OwnTags own;
    private final CurrentAccount account;
    private final Event<TagsChanged> changed;
    private final Event<ListChanged> listChanged;

    @Inject
    public TagMessages(
            MailStore store,
            SyncStores servers,
            OwnTags own,
            CurrentAccount account,
            Event<TagsChanged> changed,
            Event<ListChanged> listChanged) {
        this.store = store;
        this.servers = servers;
        this.own = own;
        this.account = account;
        this.changed = changed;
        this.listChanged = listChanged;
    }

    /**
     * Gives messages of one folder a tag, or takes it from them; those that are gone are passed over.
     *
     * @throws IllegalArgumentException for more than {@value #MOST}
     */
    public void tag(List<MessageRef> messages, Tag tag, boolean set) {
        if (messages.isEmpty() || messages.size() > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " messages");
        }
        boolean kept = store.tag(messages, tag, set);
        if (kept) {
            changed.fire(new TagsChanged(account.id(), messages, tag, set));
        }
        // What Oriel keeps was perhaps given when the server kept nothing.
        if (!kept || !set && own.all(account.id()).stream().anyMatch(each -> each.is(tag.keyword()))) {
            own.change(account.id(), names(messages), tag, set);
            listChanged.fire(new ListChanged(account.id(), messages.getFirst().folder()));
        }
    }

    private Set<MessageName> names(List<MessageRef> messages) {
        long[] uids =
                messages.stream().mapToLong(MessageRef::uid).sorted().distinct().toArray();
        MessageRef any = messages.getFirst();
        Set<MessageName> names = servers.of(account.id()).summaries(any.folder(), any.uidValidity(), uids).stream()
                .map(each -> MessageName.of(each.envelope(), each.messageId()))
                .collect(Collectors.toSet());
        if (names.isEmpty()) {
            throw new MailException.MessageGone();
        }
        return names;
    }
}
