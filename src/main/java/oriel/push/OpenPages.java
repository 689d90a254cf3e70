package oriel.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnifaces.cdi.push.SocketEvent;
import org.omnifaces.cdi.push.SocketEvent.Closed;
import org.omnifaces.cdi.push.SocketEvent.Opened;
import oriel.mail.AccountId;
import oriel.mail.FolderWatch;

/**
 * How many pages each browser session has open on this node; an account's folders are watched while there is one.
 *
 * <p>A session's end counts for all its pages: OmniFaces closes their sockets then, but tells nobody.
 */
@ApplicationScoped
public class OpenPages {

    private final Map<Listener, Integer> pages = new HashMap<>();
    private final Instance<FolderWatch> watch;

    @Inject
    public OpenPages(Instance<FolderWatch> watch) {
        this.watch = watch;
    }

    /** From now on the session's pages may open sockets. */
    synchronized void expect(Listener listener) {
        pages.putIfAbsent(listener, 0);
    }

    /** The session ended, or somebody else is signed in there now. */
    synchronized void forget(Listener listener) {
        Integer open = pages.remove(listener);
        for (int i = 0; open != null && i < open; i++) {
            watch.forEach(each -> each.end(listener.account()));
        }
    }

    void opened(@Observes @Opened SocketEvent event) {
        if (event.getUser() instanceof Listener listener) {
            opened(listener);
        }
    }

    void closed(@Observes @Closed SocketEvent event) {
        if (event.getUser() instanceof Listener listener) {
            closed(listener);
        }
    }

    synchronized void opened(Listener listener) {
        // One that nobody expects belongs to a session that ended while its page was still connecting.
        if (pages.computeIfPresent(listener, (key, open) -> open + 1) != null) {
            watch.forEach(each -> each.begin(listener.account()));
        }
    }

    synchronized void closed(Listener listener) {
        if (pages.getOrDefault(listener, 0) > 0) {
            pages.merge(listener, -1, Integer::sum);
            watch.forEach(each -> each.end(listener.account()));
        }
    }

    /** The sessions of an account that have a page open. */
    synchronized Set<Listener> of(AccountId account) {
        return pages.entrySet().stream()
                .filter(each -> each.getValue() > 0 && each.getKey().account().equals(account))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All sessions that have a page open. */
    synchronized Set<Listener> all() {
        return pages.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
