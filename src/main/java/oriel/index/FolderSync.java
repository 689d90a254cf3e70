package oriel.index;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import oriel.account.IndexConfig;
import oriel.account.SignedInAccounts;
import oriel.account.SignedOut;
import oriel.mail.AccountId;
import oriel.mail.FlagsChanged;
import oriel.mail.FolderChanged;
import oriel.mail.FolderPath;
import oriel.mail.FolderViewed;
import oriel.mail.FoldersChanged;
import oriel.mail.ListChanged;
import oriel.mail.MailException;
import oriel.mail.MailStores;
import oriel.mail.MessagesLeft;
import oriel.mail.SyncStore;
import oriel.mail.SyncStores;
import oriel.mail.TagsChanged;

/**
 * Keeps the index of each account that somebody looks at like its folders on the server, in the background: the folder that
 * is looked at first, then the others, each newest first.
 */
@ApplicationScoped
public class FolderSync {

    private final MessageIndex index;
    private final SyncStores servers;
    private final MailStores stores;
    private final SignedInAccounts signedIn;
    private final Event<ListChanged> changed;
    private final BodyWords words;
    private final IndexConfig config;
    private final SyncTimes times;
    private final Map<AccountId, AccountSync> running = new ConcurrentHashMap<>();

    @Inject
    public FolderSync(
            MessageIndex index,
            SyncStores servers,
            MailStores stores,
            SignedInAccounts signedIn,
            Event<ListChanged> changed,
            BodyWords words,
            IndexConfig config) {
        this(index, servers, stores, signedIn, changed, words, config, SyncTimes.USUAL);
    }

    FolderSync(
            MessageIndex index,
            SyncStores servers,
            MailStores stores,
            SignedInAccounts signedIn,
            Event<ListChanged> changed,
            BodyWords words,
            IndexConfig config,
            SyncTimes times) {
        this.index = index;
        this.servers = servers;
        this.stores = stores;
        this.signedIn = signedIn;
        this.changed = changed;
        this.words = words;
        this.config = config;
        this.times = times;
    }

    /**
     * Compares a folder with the server now, and waits for it to have been done, but not for long: what takes longer is told
     * by {@link ListChanged}.
     *
     * @return what kept the folder from being compared; empty if it was, or takes longer
     */
    public Optional<MailException> freshen(AccountId account, FolderPath folder, Duration patience) {
        return of(account).freshen(folder, patience);
    }

    /**
     * Waits for what is being compared already, if anything is, but not for long.
     *
     * @return as {@link #freshen}
     */
    public Optional<MailException> settle(AccountId account, FolderPath folder, Duration patience) {
        AccountSync sync = running.get(account);
        return sync == null ? Optional.empty() : sync.settle(folder, patience);
    }

    /**
     * Somebody sees these rows: where the server tells of no changed flags by itself, theirs are compared first.
     *
     * @param lowest the lowest UID among them
     * @param highest the highest
     */
    public void looking(AccountId account, FolderPath folder, long lowest, long highest) {
        of(account).looking(folder, lowest, highest);
    }

    void viewed(@Observes FolderViewed event) {
        of(event.account()).view(event.folder());
    }

    void changed(@Observes FolderChanged event) {
        AccountSync sync = running.get(event.account());
        if (sync != null) {
            sync.changed(event.folder());
        }
    }

    void arranged(@Observes FoldersChanged event) {
        AccountSync sync = running.get(event.account());
        if (sync != null) {
            sync.arranged();
        }
    }

    void marked(@Observes FlagsChanged event) {
        mark(event.account(), () -> index.mark(event.account(), event.messages(), event.flag(), event.set()));
    }

    void tagged(@Observes TagsChanged event) {
        mark(
                event.account(),
                () -> index.tag(event.account(), event.messages(), event.tag().keyword(), event.set()));
    }

    private void mark(AccountId account, Runnable marking) {
        AccountSync sync = running.get(account);
        if (sync == null) {
            marking.run();
        } else {
            sync.marked(marking);
        }
    }

    void left(@Observes MessagesLeft event) {
        index.remove(event.account(), event.messages());
    }

    void signedOut(@Observes SignedOut event) {
        AccountSync sync = running.remove(event.account());
        if (sync != null) {
            sync.stop();
        }
    }

    @PreDestroy
    void stop() {
        running.values().forEach(AccountSync::stop);
        running.clear();
    }

    private AccountSync of(AccountId account) {
        return running.computeIfAbsent(account, this::begin);
    }

    private AccountSync begin(AccountId account) {
        SyncStore server = servers.of(account);
        FolderFollower follower = new FolderFollower(
                account, index, server, times, folder -> changed.fire(new ListChanged(account, folder)));
        AccountSync sync = new AccountSync(
                follower,
                new FolderTexts(account, index, server, words, config.texts()),
                () -> stores.of(account).folders(),
                () -> signedIn.isSignedIn(account),
                times);
        sync.start();
        return sync;
    }
}
