package oriel.push;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Push;
import org.omnifaces.cdi.PushContext;

/** The sockets of {@code o:socket}. */
@ApplicationScoped
public class SocketWire implements Wire {

    /** The channel that the pages are connected to. */
    public static final String CHANNEL = "mail";

    private static final Logger LOG = Logger.getLogger(SocketWire.class.getName());

    /** Shorter than the minute after which proxies cut an unused connection. */
    private static final long BEAT_SECONDS = 40;

    private final Instance<PushContext> contexts;
    private final OpenPages pages;
    private @Nullable PushContext context;

    /**
     * Sends on a thread of its own: OmniFaces' push context takes hold of the session and the view of the thread that
     * asks for it, and the order of messages is kept.
     */
    private final ScheduledThreadPoolExecutor sender = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("push").daemon().factory());

    @Inject
    public SocketWire(@Push(channel = CHANNEL) Instance<PushContext> contexts, OpenPages pages) {
        this.contexts = contexts;
        this.pages = pages;
    }

    /** A page that hears no beat knows that its connection is dead; a dead page is found out by what is sent to it. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        sender.scheduleWithFixedDelay(
                () -> deliver(Map.of(), pages.all()), BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        sender.shutdownNow();
    }

    @Override
    public void send(Map<String, String> message, Set<Listener> listeners) {
        sender.execute(() -> deliver(message, listeners));
    }

    private void deliver(Map<String, String> message, Set<Listener> listeners) {
        try {
            context().send(message, listeners);
        } catch (RuntimeException e) {
            // The pages read everything again when they connect the next time.
            LOG.log(Level.WARNING, "pages were not told of a change", e);
        }
    }

    private PushContext context() {
        if (context == null) {
            context = contexts.get();
        }
        return context;
    }
}
