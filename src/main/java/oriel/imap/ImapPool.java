package oriel.imap;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import oriel.account.Credentials;
import oriel.account.ServerConfig;
import oriel.mail.FolderPath;
import oriel.mail.MailException;

/**
 * The connections of one account, few and long-lived: at most {@link ServerConfig#poolSize()}, however many browsers and
 * threads use them. Holds no lock while it talks to the server, so that one that does not answer keeps nobody else
 * waiting.
 */
final class ImapPool {

    private final ServerConfig config;
    private final ImapConnector connector;
    private final Supplier<Credentials> credentials;
    private final Duration trusted;
    private final Gate gate = new Gate();
    private final Semaphore turns;

    /** Least recently used first. */
    private final Deque<ImapConnection> idle = new ArrayDeque<>();

    private final Set<ImapConnection> all = new HashSet<>();
    private int opening;
    private boolean closed;

    /**
     * @param credentials what to sign in with now; throws {@link MailException.LoginRefused} once nobody is signed in
     * @param trusted a connection that was silent for longer is asked for a sign of life before it is used
     */
    ImapPool(ServerConfig config, ImapConnector connector, Supplier<Credentials> credentials, Duration trusted) {
        this.config = config;
        this.connector = connector;
        this.credentials = credentials;
        this.trusted = trusted;
        this.turns = new Semaphore(config.poolSize(), true);
    }

    /**
     * Runs a command on a connection of its own. If the connection turns out to be dead, the command is run once more on a
     * new one, unless it said {@link ImapConnection#doNotRepeat()} before.
     *
     * @param folder what the command is going to open; a connection that has it open already is preferred
     * @throws MailException.Busy if there is no free connection in time
     * @throws MailException naming what else went wrong
     * @throws UncheckedIOException if what the command reads into or writes from failed, and not the server
     */
    <T> T run(@Nullable FolderPath folder, ImapCommand<T> command) {
        Credentials current = credentials.get();
        gate.pass(current);
        waitForTurn();
        try {
            return runTwice(folder, command, current);
        } catch (MailException e) {
            gate.learn(e, current);
            throw e;
        } finally {
            turns.release();
        }
    }

    /** Signs in on one more connection and stays within the limit: one that is idle makes room if need be. */
    void makeRoomFor(Runnable signIn) {
        waitForTurn();
        try {
            ImapConnection spare = removeSpare();
            if (spare != null) {
                spare.close();
            }
            signIn.run();
        } finally {
            turns.release();
        }
    }

    private synchronized @Nullable ImapConnection removeSpare() {
        ImapConnection oldest = all.size() + opening < config.poolSize() ? null : idle.pollFirst();
        if (oldest != null) {
            all.remove(oldest);
        }
        return oldest;
    }

    private void waitForTurn() {
        try {
            if (!turns.tryAcquire(config.poolWait().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new MailException.Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MailException.Busy();
        }
    }

    private <T> T runTwice(@Nullable FolderPath folder, ImapCommand<T> command, Credentials current) {
        try {
            return run(take(folder, current), command);
        } catch (ConnectionLost lost) {
            // The others have been cut by the same cause, most likely.
            cutIdle();
        }
        try {
            return run(take(folder, current), command);
        } catch (ConnectionLost lost) {
            throw ImapFailures.translate(lost.getCause());
        }
    }

    private <T> T run(ImapConnection connection, ImapCommand<T> command) throws ConnectionLost {
        boolean usable = false;
        try {
            connection.begin();
            T result = command.run(connection);
            usable = true;
            return result;
        } catch (MailException | UncheckedIOException e) {
            usable = e.getCause() == null || e instanceof UncheckedIOException;
            throw e;
        } catch (MessagingException | IOException | RuntimeException | StackOverflowError e) {
            usable = ImapFailures.leavesConnectionUsable(e);
            if (connection.isRepeatable() && ImapFailures.isLost(e) && !ImapFailures.isTimeout(e)) {
                throw new ConnectionLost(e);
            }
            throw ImapFailures.translate(e);
        } finally {
            connection.end();
            give(connection, usable);
        }
    }

    private ImapConnection take(@Nullable FolderPath folder, Credentials current) {
        ImapConnection waiting = takeIdle(folder);
        while (waiting != null) {
            if (!waiting.isIdleFor(trusted) || waiting.isAlive()) {
                return waiting;
            }
            give(waiting, false);
            waiting = takeIdle(folder);
        }
        return open(current);
    }

    /** Takes a connection, or the right to open one if there is none. */
    private synchronized @Nullable ImapConnection takeIdle(@Nullable FolderPath folder) {
        if (closed) {
            throw new MailException.LoginRefused(null);
        }
        for (ImapConnection each : idle) {
            if (each.isAt(folder)) {
                idle.remove(each);
                return each;
            }
        }
        if (idle.isEmpty()) {
            opening++;
        }
        return idle.pollFirst();
    }

    private ImapConnection open(Credentials current) {
        @Nullable ImapConnection opened = null;
        try {
            opened = connector.connect(current);
            return opened;
        } finally {
            synchronized (this) {
                opening--;
                if (opened != null) {
                    all.add(opened);
                }
            }
        }
    }

    private void give(ImapConnection connection, boolean usable) {
        synchronized (this) {
            if (usable && !closed) {
                idle.addLast(connection);
                return;
            }
            all.remove(connection);
        }
        connection.cut();
    }

    /** Takes over a connection that was signed in elsewhere, if there is room for one more. */
    void adopt(ImapConnection connection) {
        gate.welcomed();
        synchronized (this) {
            if (!closed && all.size() + opening < config.poolSize()) {
                all.add(connection);
                idle.addLast(connection);
                return;
            }
        }
        connection.close();
    }

    private void cutIdle() {
        removeIdle().forEach(ImapConnection::cut);
    }

    private synchronized List<ImapConnection> removeIdle() {
        List<ImapConnection> removed = List.copyOf(idle);
        idle.clear();
        removed.forEach(all::remove);
        return removed;
    }

    /** Says goodbye on the connections that nobody has used for a while. */
    void closeIdle() {
        // With a turn held, so that a connection that is not quite closed still counts.
        while (turns.tryAcquire()) {
            try {
                ImapConnection unused = removeUnused();
                if (unused == null) {
                    return;
                }
                unused.close();
            } finally {
                turns.release();
            }
        }
    }

    private synchronized @Nullable ImapConnection removeUnused() {
        ImapConnection oldest = idle.peekFirst();
        if (oldest == null || !oldest.isIdleFor(config.poolIdle())) {
            return null;
        }
        all.remove(oldest);
        return idle.pollFirst();
    }

    /** Ends all connections, also those in use; this pool opens no more that last. */
    void close() {
        List<ImapConnection> unused;
        List<ImapConnection> used;
        synchronized (this) {
            closed = true;
            unused = removeIdle();
            used = List.copyOf(all);
        }
        used.forEach(ImapConnection::cut);
        unused.forEach(ImapConnection::close);
    }

    /** The connection was lost before the command had done what must not be done twice. */
    private static final class ConnectionLost extends Exception {

        private static final long serialVersionUID = 1;

        ConnectionLost(Throwable cause) {
            super(cause);
        }
    }
}
