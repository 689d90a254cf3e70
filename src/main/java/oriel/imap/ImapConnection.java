package oriel.imap;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.jspecify.annotations.Nullable;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MessageRef;

/**
 * One signed-in connection, with at most one folder selected, which stays so for the next command. Used by one thread at
 * a time; {@link ImapPool} sees to that.
 */
final class ImapConnection {

    private static final Duration PROBE = Duration.ofSeconds(5);

    private final Session session;
    private final SignedInStore store;
    private final ImapSockets sockets;
    private final Duration patience;

    private volatile @Nullable OpenFolder selected;

    /** Set by other threads too. */
    private volatile boolean outdated;

    private Consumer<FolderPath> news = folder -> {};
    private boolean repeatable = true;
    private long lastUse = System.nanoTime();

    ImapConnection(Session session, SignedInStore store, ImapSockets sockets, Duration patience) {
        this.session = session;
        this.store = store;
        this.sockets = sockets;
        this.patience = patience;
    }

    /** A command that needs no folder; Jakarta Mail's own LIST and STATUS would open a second connection. */
    <T> T command(Protocol.Command<T> command) throws MessagingException {
        SelectedFolder folder = selected != null ? selected.folder() : folder(FolderPath.INBOX);
        return Protocol.run(folder, command);
    }

    /**
     * Runs a command. One that is refused in a folder that has been selected for long is run again after another look:
     * somebody may have deleted the folder, and made one of that name anew.
     */
    <T> T run(ImapCommand<T> command) throws MessagingException, IOException {
        OpenFolder before = selected;
        try {
            return command.run(this);
        } catch (MessagingException e) {
            boolean refused = ImapFailures.translate(e) instanceof MailException.Refused;
            if (!refused || !repeatable || before == null || before != selected) {
                throw e;
            }
            unselect();
            return command.run(this);
        }
    }

    /** Whether the server announced the capability after the sign-in. */
    boolean has(String capability) throws MessagingException {
        return command(protocol -> protocol.hasCapability(capability));
    }

    /**
     * Selects a folder, unless it is selected already.
     *
     * @throws MailException.FolderGone if there is none
     */
    OpenFolder open(FolderPath path) throws MessagingException {
        OpenFolder current = selected;
        if (isAt(path) && !outdated) {
            return Objects.requireNonNull(current);
        }
        unselect();
        SelectedFolder folder = folder(path);
        folder.select();
        outdated = false;
        folder.telling(() -> news.accept(path));
        OpenFolder opened = new OpenFolder(this, path, folder);
        selected = opened;
        return opened;
    }

    /**
     * Selects a message's folder.
     *
     * @throws MailException.FolderChangedUnderUs if UIDVALIDITY is not the message's; nothing was touched
     */
    OpenFolder open(MessageRef message) throws MessagingException {
        return open(message.folder(), message.uidValidity());
    }

    /**
     * Selects a folder.
     *
     * @throws MailException.FolderChangedUnderUs if this is not its UIDVALIDITY
     */
    OpenFolder open(FolderPath path, long uidValidity) throws MessagingException {
        OpenFolder folder = open(path);
        if (folder.uidValidity() != uidValidity) {
            // What is selected here may itself be the folder that is gone.
            unselect();
            folder = open(path);
        }
        if (folder.uidValidity() != uidValidity) {
            throw new MailException.FolderChangedUnderUs();
        }
        return folder;
    }

    /**
     * Leaves the selected folder, which must not be selected while it is deleted, say; with little patience.
     *
     * @return whether that could be done
     */
    boolean leave() {
        try {
            sockets.patience().perAnswer(PROBE.compareTo(patience) < 0 ? PROBE : patience);
            if (command(protocol -> ((CarefulProtocol) protocol).canUnselect())) {
                unselect();
            } else {
                // Nothing but the SELECT of another folder leaves this one without expunging (RFC 3501 section 6.4.2).
                open(FolderPath.INBOX);
            }
            sockets.patience().perAnswer(patience);
            return true;
        } catch (MessagingException | RuntimeException e) {
            return false;
        }
    }

    /** If one of these folders is selected, it is selected anew before the next command there. */
    void outdate(Predicate<FolderPath> folders) {
        outdated |= isAt(folders);
    }

    private SelectedFolder folder(FolderPath path) throws MessagingException {
        return (SelectedFolder) store.getFolder(path.value());
    }

    private void unselect() throws MessagingException {
        OpenFolder current = selected;
        selected = null;
        if (current != null && current.isOpen()) {
            // Never expunges: that is not what leaving a folder means.
            current.folder().close(false);
        }
    }

    /** Whether this folder is the selected one. */
    boolean isAt(@Nullable FolderPath path) {
        return isAt(each -> each.equals(path));
    }

    /** Whether one of these folders is the selected one. */
    boolean isAt(Predicate<FolderPath> folders) {
        OpenFolder current = selected;
        return current != null && folders.test(current.path()) && current.isOpen();
    }

    /** From here on the running command must not be run again by itself if the connection is lost. */
    void doNotRepeat() {
        repeatable = false;
    }

    boolean isRepeatable() {
        return repeatable;
    }

    /**
     * Marks the beginning of a command.
     *
     * @param heard told when the server tells unasked that the selected folder has changed
     */
    void begin(Consumer<FolderPath> heard) {
        repeatable = true;
        telling(heard);
    }

    /** Whom to tell when the server tells unasked that the selected folder has changed; has to return at once. */
    void telling(Consumer<FolderPath> heard) {
        news = heard;
    }

    /** From here on the server may say nothing for as long as it likes. */
    void expectSilence() {
        sockets.patience().unlimited();
    }

    /** From here on the server has to answer in time again. */
    void expectAnswers() {
        sockets.patience().perAnswer(patience);
    }

    /** Marks the end of a command. */
    void end() {
        if (selected != null) {
            selected.age();
        }
        lastUse = System.nanoTime();
    }

    boolean isIdleFor(Duration time) {
        return System.nanoTime() - lastUse > time.toNanos();
    }

    /** Asks the server for a sign of life, with little patience. */
    boolean isAlive() {
        try {
            sockets.patience().perAnswer(PROBE.compareTo(patience) < 0 ? PROBE : patience);
            command(Protocol.doing(IMAPProtocol::noop));
            sockets.patience().perAnswer(patience);
            lastUse = System.nanoTime();
            return selected == null || selected.isOpen();
        } catch (MessagingException | RuntimeException e) {
            return false;
        }
    }

    Session session() {
        return session;
    }

    /** Says goodbye to the server, with little patience. */
    void close() {
        try {
            sockets.patience().perAnswer(PROBE.compareTo(patience) < 0 ? PROBE : patience);
            command(Protocol.doing(IMAPProtocol::logout));
        } catch (MessagingException | RuntimeException e) {
            // It is gone already, then.
        } finally {
            sockets.cut();
        }
    }

    /** Ends the connection at once; also while another thread waits for an answer on it. */
    void cut() {
        sockets.cut();
    }
}
