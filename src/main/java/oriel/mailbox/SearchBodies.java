package oriel.mailbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import oriel.index.WholeTexts;
import oriel.mail.AccountId;
import oriel.mail.FolderPath;
import oriel.mail.ListChanged;
import oriel.mail.MailException;
import oriel.mail.MailStores;
import oriel.mail.MessageRef;
import oriel.mail.SearchQuery;

/**
 * Has the mail server look where the index can't: into texts that are not indexed, or not to their end. It may take its
 * time; what it finds is told by {@link ListChanged} and joins the list then. Each account asks one thing at a time, the one
 * that was typed last.
 */
@ApplicationScoped
public class SearchBodies {

    private static final Logger LOG = Logger.getLogger(SearchBodies.class.getName());

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST_SEARCHES = 1_000;

    /** A list of more would be no help, and no quick one. */
    private static final int MOST_FOUND = 10_000;

    /** Whoever is still typing asks for something else in a moment. */
    private static final long TYPING_MILLIS = 400;

    /**
     * A search of the server.
     *
     * @param shown the folder that is open, whose list is told to have changed
     * @param folders where to look, in this order
     */
    record Wanted(AccountId account, FolderPath shown, List<FolderPath> folders, SearchQuery query) {}

    /** What has been found up to now. */
    static final class Found {
        private final List<MessageRef> messages = new CopyOnWriteArrayList<>();
        private volatile boolean done;

        List<MessageRef> messages() {
            return List.copyOf(messages);
        }

        /** Whether the server is still being asked. */
        boolean hasMore() {
            return !done;
        }
    }

    /** Of UIDs that a server is asked about, so that the command stays below 1,000 characters. */
    private static final int MOST_RANGES = 40;

    private final MailStores stores;
    private final WholeTexts texts;
    private final Event<ListChanged> changed;
    private final Cache<Wanted, Found> searches = Caffeine.newBuilder()
            .maximumSize(MOST_SEARCHES)
            .expireAfterWrite(KEPT)
            .build();

    /** What each account asks next; a thread works for those that are in it. */
    private final Map<AccountId, Wanted> next = new ConcurrentHashMap<>();

    private final CountDownLatch stopped = new CountDownLatch(1);

    @Inject
    public SearchBodies(MailStores stores, WholeTexts texts, Event<ListChanged> changed) {
        this.stores = stores;
        this.texts = texts;
        this.changed = changed;
    }

    /** What was found up to now; begins to look if that was not asked before. */
    Found find(Wanted wanted) {
        Found known = searches.getIfPresent(wanted);
        if (known != null && (known.done || wanted.equals(next.get(wanted.account())))) {
            return known;
        }
        Found found = new Found();
        searches.put(wanted, found);
        if (wanted.folders().stream().allMatch(folder -> texts.areAll(wanted.account(), folder))) {
            found.done = true;
            return found;
        }
        if (next.put(wanted.account(), wanted) == null) {
            Thread.ofVirtual().name("server-search").start(() -> work(wanted.account()));
        }
        return found;
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }

    private void work(AccountId account) {
        try {
            for (Wanted wanted = following(account, null); wanted != null; wanted = following(account, wanted)) {
                if (stopped.await(TYPING_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
                if (wanted.equals(next.get(account))) {
                    search(wanted);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was typed since; null if nothing was, and then nobody works for the account any more. */
    private @Nullable Wanted following(AccountId account, @Nullable Wanted done) {
        return next.compute(account, (key, wanted) -> Objects.equals(wanted, done) ? null : wanted);
    }

    private void search(Wanted wanted) {
        Found found = searches.getIfPresent(wanted);
        if (found == null) {
            return;
        }
        for (FolderPath folder : wanted.folders()) {
            boolean overtaken = !wanted.equals(next.get(wanted.account()));
            if (overtaken || found.messages.size() >= MOST_FOUND) {
                break;
            }
            if (search(folder, wanted, found)) {
                changed.fire(new ListChanged(wanted.account(), wanted.shown()));
            }
        }
        found.done = true;
        changed.fire(new ListChanged(wanted.account(), wanted.shown()));
    }

    private boolean search(FolderPath folder, Wanted wanted, Found found) {
        Optional<long[]> rest = texts.others(wanted.account(), folder);
        if (rest.map(uids -> uids.length == 0).orElse(false)) {
            return false;
        }
        try {
            SearchQuery query = rest.map(uids -> wanted.query().of(SearchQuery.Uids.covering(uids, MOST_RANGES)))
                    .orElse(wanted.query());
            List<MessageRef> messages = stores.of(wanted.account()).search(folder, query);
            found.messages.addAll(messages.subList(0, Math.min(messages.size(), MOST_FOUND - found.messages.size())));
            return !messages.isEmpty();
        } catch (MailException e) {
            // The others are looked through all the same.
            LOG.log(Level.FINE, "a folder was not searched: {0}", e.getMessage());
            return false;
        }
    }
}
