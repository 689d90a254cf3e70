package oriel.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import oriel.mail.AccountId;
import oriel.mail.Flag;
import oriel.mail.FlagsChanged;
import oriel.mail.Folder;
import oriel.mail.FolderChanged;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.MailStores;
import oriel.mail.MessageRef;
import oriel.mail.SpecialUse;

/**
 * Sees to it that Sent holds one copy of what was sent. Some servers file a copy themselves (Outlook.com, Gmail), so our
 * Message-ID is looked for, at once and twice more after a short wait, before a copy is appended.
 */
@ApplicationScoped
public class FileSentCopy {

    private static final Logger LOG = Logger.getLogger(FileSentCopy.class.getName());
    private static final FolderPath SENT = new FolderPath("Sent");

    /** Waits before each look; the first three give the server time to file the copy itself, the others to come back. */
    private static final List<Duration> WAITS = List.of(
            Duration.ZERO,
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60));

    private static final int LOOKS = 3;

    private final Set<AccountId> filedByServer = ConcurrentHashMap.newKeySet();
    private final MailStores stores;
    private final SendJournal journal;
    private final Background background;
    private final Event<Object> events;

    @Inject
    public FileSentCopy(MailStores stores, SendJournal journal, OutboxExecutor background, Event<Object> events) {
        this(stores, journal, (Background) background, events);
    }

    FileSentCopy(MailStores stores, SendJournal journal, Background background, Event<Object> events) {
        this.stores = stores;
        this.journal = journal;
        this.background = background;
        this.events = events;
    }

    /** Files the copy of a message that was accepted and marks what it answers, behind the request. */
    void file(Outgoing sent) {
        background.run(() -> markOriginal(sent), Duration.ZERO);
        later(sent, 0);
    }

    /** Finds out, behind the request, whether a message left of which nobody knows it; appends nothing. */
    void lookFor(Outgoing unknown) {
        later(unknown, 0);
    }

    private void later(Outgoing outgoing, int attempt) {
        background.run(() -> attempt(outgoing, attempt), WAITS.get(attempt));
    }

    private void attempt(Outgoing outgoing, int attempt) {
        boolean unknown = isUnknown(outgoing);
        try {
            MailStore store = stores.of(outgoing.account());
            FolderPath folder = sentFolder(store);
            Optional<MessageRef> filed = store.find(folder, outgoing.messageId());
            if (filed.isPresent()) {
                filedByServer.add(outgoing.account());
                settle(outgoing, SendState.FILED);
                markRead(outgoing, filed.get());
                if (unknown) {
                    markOriginal(outgoing);
                }
            } else if (attempt + 1 < looks(outgoing)) {
                later(outgoing, attempt + 1);
            } else if (unknown) {
                settle(outgoing, SendState.UNKNOWN);
            } else {
                append(store, folder, outgoing);
            }
        } catch (MailException trouble) {
            againOrGiveUp(outgoing, attempt, trouble);
        } catch (RuntimeException bug) {
            LOG.log(Level.WARNING, "Filing a sent message failed", bug);
            giveUp(outgoing);
        }
    }

    /** A server that has filed a copy before is given all the time it may need: a second copy would stay. */
    private int looks(Outgoing outgoing) {
        return filedByServer.contains(outgoing.account()) ? WAITS.size() : LOOKS;
    }

    /** Some servers file the copy as unread mail, which would be counted as such. */
    private void markRead(Outgoing outgoing, MessageRef copy) {
        try {
            stores.of(outgoing.account()).flag(List.of(copy), Flag.SEEN, true);
        } catch (MailException trouble) {
            LOG.log(Level.FINE, "The copy in Sent was not marked as read", trouble);
        }
        events.fire(new FolderChanged(outgoing.account(), copy.folder()));
    }

    private void append(MailStore store, FolderPath folder, Outgoing outgoing) {
        store.append(folder, outgoing.draft(), Set.of(Flag.SEEN));
        settle(outgoing, SendState.FILED);
        events.fire(new FolderChanged(outgoing.account(), folder));
    }

    private void againOrGiveUp(Outgoing outgoing, int attempt, MailException trouble) {
        if (mayPass(trouble) && attempt + 1 < WAITS.size()) {
            later(outgoing, attempt + 1);
        } else {
            LOG.log(Level.INFO, "No copy of a sent message could be filed", trouble);
            giveUp(outgoing);
        }
    }

    private static boolean mayPass(MailException trouble) {
        return trouble instanceof MailException.ServerUnreachable
                || trouble instanceof MailException.Busy
                || trouble instanceof MailException.Throttled
                || trouble instanceof MailException.FolderGone;
    }

    private void giveUp(Outgoing outgoing) {
        settle(outgoing, isUnknown(outgoing) ? SendState.UNKNOWN : SendState.NOT_FILED);
    }

    private boolean isUnknown(Outgoing outgoing) {
        return journal.state(outgoing.account(), outgoing.messageId())
                .filter(SendState.UNKNOWN::equals)
                .isPresent();
    }

    private void settle(Outgoing outgoing, SendState state) {
        journal.record(outgoing.account(), outgoing.messageId(), state);
        events.fire(new SendSettled(outgoing.account(), outgoing.messageId(), state));
    }

    private static FolderPath sentFolder(MailStore store) {
        return store.folders().stream()
                .filter(folder -> folder.use() == SpecialUse.SENT && folder.selectable())
                .map(Folder::path)
                .findFirst()
                .orElseGet(() -> {
                    store.createFolder(SENT);
                    return SENT;
                });
    }

    private void markOriginal(Outgoing sent) {
        sent.originalRef().ifPresent(original -> {
            try {
                stores.of(sent.account()).flag(List.of(original), sent.mark(), true);
                events.fire(new FlagsChanged(sent.account(), List.of(original), sent.mark(), true));
            } catch (MailException trouble) {
                LOG.log(Level.FINE, "The original was not marked", trouble);
            }
        });
    }
}
