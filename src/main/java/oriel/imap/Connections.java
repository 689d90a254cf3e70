package oriel.imap;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import oriel.account.Credentials;
import oriel.mail.FolderPath;
import oriel.mail.MailException;

/**
 * The connections that an account has, used or resting. Holds no lock while it talks to the server, so that one that does
 * not answer keeps nobody else waiting.
 */
final class Connections {

    private final Connector connector;
    private final Gate gate;
    private final int most;
    private final Duration trusted;

    /** Least recently used first. */
    private final Deque<ImapConnection> resting = new ArrayDeque<>();

    private final Set<ImapConnection> all = new HashSet<>();
    private @Nullable SignInAttempt attempt;
    private @Nullable ImapConnection background;
    private int reserved;
    private boolean closed;

    /**
     * @param most connections at a time; whoever takes one has to have one of as many turns
     * @param trusted a connection that was silent for longer is asked for a sign of life before it is used
     */
    Connections(Connector connector, Gate gate, int most, Duration trusted) {
        this.connector = connector;
        this.gate = gate;
        this.most = most;
        this.trusted = trusted;
    }

    /**
     * Takes a resting connection or opens one.
     *
     * @param folder one that has it open already is preferred
     * @throws MailException naming why there is none
     */
    ImapConnection take(@Nullable FolderPath folder, Credentials credentials) {
        return take(folder, credentials, 0);
    }

    /** Like {@link #take}, but leaves a resting one to requests as long as another one may be opened. */
    ImapConnection takeSparing(FolderPath folder, Credentials credentials) {
        return take(folder, credentials, 1);
    }

    /** Like {@link #takeSparing}, but the same one each time where that can be: requests keep their folders open then. */
    ImapConnection takeForBackground(FolderPath folder, Credentials credentials) {
        ImapConnection own = takeOwn();
        ImapConnection taken = own != null && isGood(own) ? own : takeSparing(folder, credentials);
        synchronized (this) {
            background = taken;
        }
        return taken;
    }

    private synchronized @Nullable ImapConnection takeOwn() {
        return background != null && resting.remove(background) ? background : null;
    }

    private ImapConnection take(@Nullable FolderPath folder, Credentials credentials, int spared) {
        while (true) {
            ImapConnection waiting = takeResting(folder, spared);
            if (waiting != null && isGood(waiting)) {
                return waiting;
            }
            if (waiting == null) {
                SignInAttempt mine = new SignInAttempt(credentials);
                SignInAttempt first = join(mine, spared);
                if (first == mine) {
                    return open(mine, credentials);
                }
                if (first != null) {
                    first.await(credentials);
                }
            }
        }
    }

    private boolean isGood(ImapConnection connection) {
        if (!connection.isIdleFor(trusted) || connection.isAlive()) {
            return true;
        }
        give(connection, false);
        return false;
    }

    private synchronized @Nullable ImapConnection takeResting(@Nullable FolderPath folder, int spared) {
        if (closed) {
            throw new MailException.LoginRefused(null);
        }
        if (isSpared(spared)) {
            return null;
        }
        for (ImapConnection each : resting) {
            if (each.isAt(folder)) {
                resting.remove(each);
                return each;
            }
        }
        return resting.pollFirst();
    }

    private boolean isSpared(int spared) {
        return resting.size() <= spared && isRoom();
    }

    private boolean isRoom() {
        return all.size() + (attempt == null ? 0 : 1) + reserved < most;
    }

    /** The attempt that is under way; the given one if there was none; null if there is a connection meanwhile. */
    private synchronized @Nullable SignInAttempt join(SignInAttempt mine, int spared) {
        if (!resting.isEmpty() && !isSpared(spared)) {
            return null;
        }
        if (attempt == null) {
            attempt = mine;
        }
        return attempt;
    }

    private ImapConnection open(SignInAttempt mine, Credentials credentials) {
        @Nullable ImapConnection opened = null;
        MailException trouble = new MailException.ServerUnreachable(null);
        try {
            gate.pass(credentials);
            opened = connector.connect(credentials);
            return opened;
        } catch (MailException e) {
            trouble = e;
            gate.learn(e, credentials);
            throw e;
        } finally {
            finish(mine, opened, trouble);
        }
    }

    private void finish(SignInAttempt mine, @Nullable ImapConnection opened, MailException trouble) {
        synchronized (this) {
            attempt = null;
            if (opened != null) {
                all.add(opened);
            }
        }
        mine.ended(opened == null ? trouble : null);
    }

    /** Gives a connection back, or away if it is of no more use. */
    void give(ImapConnection connection, boolean usable) {
        synchronized (this) {
            if (usable && !closed) {
                resting.addLast(connection);
                return;
            }
        }
        connection.cut();
        forget(List.of(connection));
    }

    /** Only what has ended counts no more. */
    private synchronized void forget(List<ImapConnection> ended) {
        ended.forEach(all::remove);
        background = background != null && ended.contains(background) ? null : background;
    }

    /**
     * Makes room for one more, by saying goodbye on one that rests if need be, lets somebody else open it, and takes it
     * over.
     */
    void openElsewhere(Supplier<ImapConnection> signIn) {
        ImapConnection spare = reserve();
        @Nullable ImapConnection opened = null;
        boolean taken;
        try {
            if (spare != null) {
                spare.close();
            }
            opened = signIn.get();
        } finally {
            taken = takeReserved(opened);
        }
        if (!taken) {
            opened.close();
        }
    }

    private synchronized @Nullable ImapConnection reserve() {
        ImapConnection spare = isRoom() ? null : resting.pollFirst();
        reserved++;
        if (spare != null) {
            all.remove(spare);
        }
        return spare;
    }

    private synchronized boolean takeReserved(@Nullable ImapConnection opened) {
        reserved--;
        if (opened == null || closed) {
            return false;
        }
        all.add(opened);
        resting.addLast(opened);
        return true;
    }

    synchronized boolean isEmpty() {
        return all.isEmpty() && attempt == null;
    }

    /**
     * Says goodbye on one that has rested for too long.
     *
     * @param kept how many of those that rest are asked for a sign of life instead
     * @return whether there may be another one
     */
    boolean closeUnused(Duration rest, int kept) {
        ImapConnection unused;
        boolean keep;
        synchronized (this) {
            ImapConnection oldest = resting.peekFirst();
            if (oldest == null || !oldest.isIdleFor(rest)) {
                return false;
            }
            keep = resting.size() <= kept;
            unused = resting.removeFirst();
        }
        if (keep) {
            give(unused, unused.isAlive());
        } else {
            unused.close();
            forget(List.of(unused));
        }
        return true;
    }

    /**
     * Has one that rests leave the folder that it has selected, if it is one of these.
     *
     * @return whether there may be another one
     */
    boolean leave(Predicate<FolderPath> left) {
        ImapConnection there;
        synchronized (this) {
            there = resting.stream().filter(each -> each.isAt(left)).findFirst().orElse(null);
            resting.remove(there);
        }
        if (there == null) {
            return false;
        }
        give(there, there.leave());
        return true;
    }

    /** Has each that has one of these folders selected select it anew before it is used there again. */
    synchronized void outdate(Predicate<FolderPath> folders) {
        all.forEach(each -> each.outdate(folders));
    }

    void cutResting() {
        List<ImapConnection> unused = takeAllResting();
        unused.forEach(ImapConnection::cut);
        forget(unused);
    }

    private synchronized List<ImapConnection> takeAllResting() {
        List<ImapConnection> taken = List.copyOf(resting);
        resting.clear();
        return taken;
    }

    /** Ends all connections, also those in use; no more are opened that last. */
    void close() {
        List<ImapConnection> unused;
        List<ImapConnection> used;
        synchronized (this) {
            closed = true;
            unused = takeAllResting();
            unused.forEach(all::remove);
            used = List.copyOf(all);
        }
        used.forEach(ImapConnection::cut);
        unused.forEach(ImapConnection::close);
    }
}
