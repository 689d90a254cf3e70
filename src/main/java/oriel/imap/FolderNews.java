package oriel.imap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
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
            do {
                Thread.sleep(TOGETHER);
                takeNews(event);
                fire(event);
            } while (hasMore(event));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void takeNews(FolderChanged event) {
        telling.put(event, false);
    }

    private synchronized boolean hasMore(FolderChanged event) {
        return telling.get(event) || !telling.remove(event, false);
    }

    private void fire(FolderChanged event) {
        try {
            events.fire(event);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "somebody could not take the news of a folder", e);
        }
    }
}
