package oriel.imap;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import oriel.account.SignedOut;
import oriel.mail.AccountId;
import oriel.mail.FolderPath;
import oriel.mail.FolderViewed;
import oriel.mail.FolderWatch;

/** Watches the folders of all accounts that are open in a browser on this node, within the connections of their pools. */
@ApplicationScoped
public class ImapFolderWatch implements FolderWatch {

    private final ImapPools pools;
    private final FolderNews news;
    private final WatchTimes times;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Map<AccountId, AccountWatch> accounts = new ConcurrentHashMap<>();

    @Inject
    public ImapFolderWatch(ImapPools pools, FolderNews news) {
        this(pools, news, WatchTimes.USUAL);
    }

    ImapFolderWatch(ImapPools pools, FolderNews news, WatchTimes times) {
        this.pools = pools;
        this.news = news;
        this.times = times;
    }

    private AccountWatch newWatch(AccountId account) {
        return new AccountWatch(folder ->
                new WatchedFolder(() -> pools.pool(account), folder, times, changed -> news.changed(account, changed)));
    }

    @Override
    public void begin(AccountId account) {
        accounts.compute(account, (id, watch) -> {
            AccountWatch known = watch == null ? newWatch(id) : watch;
            known.begin();
            return known;
        });
    }

    @Override
    public void end(AccountId account) {
        AccountWatch watch = accounts.get(account);
        if (watch != null) {
            watch.end();
            Thread.ofVirtual().name("imap-watch-linger").start(() -> linger(watch));
        }
    }

    private void linger(AccountWatch watch) {
        try {
            stopped.await(times.linger().toNanos(), TimeUnit.NANOSECONDS);
            watch.adjust();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void viewed(@Observes FolderViewed event) {
        // The list is looked at before the page begins to listen.
        accounts.computeIfAbsent(event.account(), this::newWatch).view(own(event.folder()));
    }

    /** A shared mailbox's folders are read again now and then; only one's own connections can listen. */
    private static FolderPath own(FolderPath folder) {
        return folder.owner().isSelf() ? folder : FolderPath.INBOX;
    }

    void signedOut(@Observes SignedOut event) {
        accounts.computeIfPresent(event.account(), (id, watch) -> {
            watch.signedOut();
            // Pages that are not closed yet will say so later.
            return watch.isUnused() ? null : watch;
        });
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
        accounts.values().forEach(AccountWatch::signedOut);
        accounts.clear();
    }
}
