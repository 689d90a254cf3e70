package oriel.push;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.push.SocketChannelManager;
import oriel.account.CurrentAccount;
import oriel.account.SessionLeft;

/** Who listens in this browser session, and on which address. Moves to another node with the session. */
@SessionScoped
public class SessionListener implements Serializable {

    private static final long serialVersionUID = 1;

    private final CurrentAccount account;
    private final OpenPages pages;
    private final Instance<SocketChannelManager> channels;

    private @Nullable Listener listener;
    private @Nullable String channel;

    @Inject
    public SessionListener(CurrentAccount account, OpenPages pages, Instance<SocketChannelManager> channels) {
        this.account = account;
        this.pages = pages;
        this.channels = channels;
    }

    /**
     * The listener to register sockets for.
     *
     * @throws oriel.mail.MailException.LoginRefused if nobody is signed in
     */
    public synchronized Listener get() {
        if (listener == null) {
            listener = Listener.of(account.id());
        }
        pages.expect(listener);
        return listener;
    }

    /** Remembers the secret part of the address that OmniFaces gave this session's pages. */
    public synchronized void channel(String id) {
        channel = id;
    }

    /** Whether a socket may be opened here: the address is this session's own, and its owner is still signed in. */
    public synchronized boolean admits(@Nullable String id) {
        if (!account.isSignedIn() || listener == null || id == null || !id.equals(channel)) {
            return false;
        }
        pages.expect(listener);
        return true;
    }

    /** Closes the sockets of whoever was signed in here; OmniFaces knows one channel a session, whoever uses it. */
    synchronized void left(@Observes(notifyObserver = Reception.IF_EXISTS) SessionLeft event) {
        if (listener != null) {
            end();
            channels.destroy(channels.get());
        }
    }

    @PreDestroy
    synchronized void end() {
        if (listener != null) {
            pages.forget(listener);
        }
        listener = null;
        channel = null;
    }
}
