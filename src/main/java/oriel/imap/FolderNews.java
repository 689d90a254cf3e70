package oriel.imap;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import oriel.mail.AccountId;
import oriel.mail.FolderChanged;
import oriel.mail.FolderPath;

/**
 * Tells what changed on the server as events, those of a short while together: a server tells of each message by itself.
 * The events of one folder come one after the other, on a virtual thread.
 */
@ApplicationScoped
public class FolderNews {

    private static final Logger LOG = Logger.getLogger(FolderNews.class.getName());

    private static final long TOGETHER = 150;

    private final Event<FolderChanged> events;

    /** What waits to be told or is being told, and whether there is news since. */
    private final Map<FolderChanged, Boolean> telling = new HashMap<>();

    private final CountDownLatch stopped = new CountDownLatch(1);

    @Inject
    public FolderNews(Event<FolderChanged> events) {
        this.events = events;
    }

    /** The folder has changed; returns at once. */
    public synchronized void changed(AccountId account, FolderPath folder) {
        FolderChanged event = new FolderChanged(account, folder);
        if (telling.put(event, true) == null) {
            Thread.ofVirtual().name("imap-news").start(() -> tell(event));
        }
    }

    private void tell(FolderChanged event) {
        try {
            while (!stopped.await(TOGETHER, TimeUnit.MILLISECONDS) && hasNews(event)) {
                fire(event);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes the news, or notes that nobody tells any more. */
    private synchronized boolean hasNews(FolderChanged event) {
        if (telling.remove(event, false)) {
            return false;
        }
        telling.put(event, false);
        return true;
    }

    private void fire(FolderChanged event) {
        try {
            events.fire(event);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "somebody could not take the news of a folder", e);
        }
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }
}
