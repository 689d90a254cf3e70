package oriel.imap;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import oriel.account.CredentialUse;
import oriel.account.Credentials;
import oriel.account.ServerConfig;
import oriel.mail.FolderPath;
import oriel.mail.MailException;

/**
 * Runs commands on the connections of one account, which are few and long-lived: at most {@link ServerConfig#poolSize()},
 * however many browsers and threads use them.
 */
final class ImapPool {

    /** How long something in the background waits for its turn. */
    private static final Duration BACKGROUND = Duration.ofMinutes(1);

    private final CredentialUse credentials;
    private final Consumer<FolderPath> news;
    private final Duration rest;
    private final Gate gate = new Gate();
    private final Turns turns;
    private final Connections connections;
    private final AtomicInteger entered = new AtomicInteger();

    /**
     * @param credentials what to sign in with; refuses once nobody is signed in
     * @param trusted a connection that was silent for longer is asked for a sign of life before it is used
     * @param news told if a server tells of a change in passing, and nobody listens to that folder anyway
     */
    ImapPool(
            ServerConfig config,
            Connector connector,
            CredentialUse credentials,
            Duration trusted,
            Consumer<FolderPath> news) {
        this.credentials = credentials;
        this.news = news;
        this.rest = config.poolIdle();
        this.turns = new Turns(config.poolSize(), config.poolWait());
        this.connections = new Connections(connector, gate, config.poolSize(), trusted);
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
        passGate();
        turns.take();
        try {
            return learning(current -> runTwice(() -> connections.take(folder, current), command));
        } finally {
            turns.giveBack();
        }
    }

    /** Like {@link #run}, for what may last long: it never takes the last connection, so that clicks get through. */
    <T> T download(FolderPath folder, ImapCommand<T> command) {
        passGate();
        turns.takeToDownload();
        try {
            return learning(current -> runTwice(() -> connections.take(folder, current), command));
        } finally {
            turns.giveBackDownload();
        }
    }

    /**
     * Like {@link #run}, for something short that nobody waits for: it waits until a connection can be spared, and never
     * takes the last one of several.
     */
    <T> T runInBackground(FolderPath folder, ImapCommand<T> command) {
        passGate();
        turns.takeInBackground(BACKGROUND);
        try {
            return learning(current -> runTwice(() -> connections.takeForBackground(folder, current), command));
        } finally {
            turns.giveBackBackground();
        }
    }

    /**
     * Listens, if a connection can be spared, until it is needed or lost.
     *
     * @return whether there was one, and the command did what it wanted to
     */
    boolean watch(Watch watch, ImapCommand<Boolean> command) {
        passGate();
        if (!turns.takeToWatch(watch)) {
            return false;
        }
        try {
            return learning(current -> run(connections.takeSparing(watch.folder(), current), connection -> {
                // A watch goes on anew by itself.
                connection.doNotRepeat();
                try {
                    return command.run(connection);
                } finally {
                    watch.end();
                }
            }));
        } finally {
            watch.end();
            turns.giveBack(watch);
        }
    }

    /** Something done with credentials. */
    @FunctionalInterface
    private interface Attempt<T> {
        T with(Credentials current) throws ConnectionLost;
    }

    private <T> T learning(Attempt<T> attempt) {
        return credentials.with(current -> {
            // Once more, as much can happen while a turn is waited for.
            gate.pass(current);
            try {
                return attempt.with(current);
            } catch (ConnectionLost lost) {
                throw learned(ImapFailures.translate(lost.getCause()), current);
            } catch (MailException e) {
                throw learned(e, current);
            }
        });
    }

    private void passGate() {
        credentials.with(current -> {
            gate.pass(current);
            return current;
        });
    }

    private MailException learned(MailException trouble, Credentials current) {
        gate.learn(trouble, current);
        return trouble;
    }

    private <T> T runTwice(Supplier<ImapConnection> connection, ImapCommand<T> command) throws ConnectionLost {
        try {
            return run(connection.get(), command);
        } catch (ConnectionLost lost) {
            // The others have been cut by the same cause, most likely.
            connections.cutResting();
        }
        return run(connection.get(), command);
    }

    private <T> T run(ImapConnection connection, ImapCommand<T> command) throws ConnectionLost {
        boolean usable = false;
        try {
            connection.begin(this::heard);
            T result = connection.run(command);
            usable = true;
            return result;
        } catch (MailException | UncheckedIOException e) {
            usable = e.getCause() == null || e instanceof UncheckedIOException;
            throw e;
        } catch (MessagingException | IOException | RuntimeException | StackOverflowError e) {
            usable = ImapFailures.leavesConnectionUsable(e);
            if (ImapFailures.isLost(e)) {
                // Whatever it was may have cut the others too, without a word.
                turns.proveWatches();
            }
            if (connection.isRepeatable() && ImapFailures.isWorthAnotherTry(e)) {
                throw new ConnectionLost(e);
            }
            throw ImapFailures.translate(e);
        } finally {
            connection.end();
            connections.give(connection, usable);
        }
    }

    /**
     * Has all connections that nobody uses leave folders, and the watches too: what is about to happen to these would
     * end the connections on some servers.
     */
    void leave(Predicate<FolderPath> left) {
        turns.endWatches(left);
        // With a turn held, so that there are never more connections than turns.
        boolean more = true;
        while (more && turns.takeIfFree()) {
            try {
                more = connections.leave(left);
            } finally {
                turns.giveBack();
            }
        }
    }

    /** Whoever has such a folder selected selects it anew before the next command: it is another one now, or none. */
    void outdate(Predicate<FolderPath> folders) {
        connections.outdate(folders);
    }

    private void heard(FolderPath folder) {
        if (!turns.isWatched(folder)) {
            news.accept(folder);
        }
    }

    /**
     * Signs in on one more connection and takes it over; one that rests makes room if need be. Credentials that were
     * refused are tried all the same, as somebody has just typed them.
     */
    void makeRoomFor(Supplier<ImapConnection> signIn) {
        gate.passIfNotPaused();
        turns.take();
        try {
            connections.openElsewhere(signIn);
            gate.welcomed();
        } catch (MailException.Throttled e) {
            gate.pause(e);
            throw e;
        } finally {
            turns.giveBack();
        }
    }

    /** Somebody signs in. */
    void enter() {
        entered.incrementAndGet();
    }

    void leave() {
        entered.decrementAndGet();
    }

    /** Whether nothing is known here that anybody would need again. */
    boolean isAbandoned() {
        return entered.get() == 0 && !gate.isPaused() && connections.isEmpty();
    }

    /** Says goodbye on the connections that nobody has used for a while; keeps one for whoever has a page open. */
    void closeIdle() {
        // With a turn held, so that a connection that is not quite closed still counts.
        boolean more = true;
        while (more && turns.takeIfFree()) {
            try {
                more = connections.closeUnused(rest, turns.isAnyWatched() ? 1 : 0);
            } finally {
                turns.giveBack();
            }
        }
    }

    /** Ends all connections, also those in use; this pool opens no more that last. */
    void close() {
        connections.close();
    }

    /** The connection was lost before the command had done what must not be done twice. */
    private static final class ConnectionLost extends Exception {

        private static final long serialVersionUID = 1;

        ConnectionLost(Throwable cause) {
            super(cause);
        }
    }
}
