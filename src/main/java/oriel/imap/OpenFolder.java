package oriel.imap;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MessageRef;

/** The folder that is selected on a connection. */
final class OpenFolder {

    private final ImapConnection connection;
    private final FolderPath path;
    private final SelectedFolder folder;
    private boolean fresh = true;

    OpenFolder(ImapConnection connection, FolderPath path, SelectedFolder folder) {
        this.connection = connection;
        this.path = path;
        this.folder = folder;
    }

    FolderPath path() {
        return path;
    }

    ImapConnection connection() {
        return connection;
    }

    SelectedFolder folder() {
        return folder;
    }

    Session session() {
        return connection.session();
    }

    /** Whose folder it is, by the name that signed in. */
    String user() {
        return Objects.requireNonNullElse(session().getProperty(ImapSettings.USER), "");
    }

    boolean isOpen() {
        return folder.isOpen();
    }

    long uidValidity() throws MessagingException {
        return folder.getUIDValidity();
    }

    MessageRef ref(long uid) throws MessagingException {
        return new MessageRef(path, uidValidity(), uid);
    }

    /**
     * Hears what is new, once a command.
     *
     * @return false if nothing can have changed since the folder was selected or asked for news
     */
    boolean refresh() throws MessagingException {
        if (fresh) {
            return false;
        }
        command(Protocol.doing(IMAPProtocol::noop));
        fresh = true;
        return true;
    }

    /** Marks the end of a command: what is known now will be old by the next one. */
    void age() {
        fresh = false;
    }

    /** How many messages there are. */
    int exists() {
        return folder.count();
    }

    /** The messages with these sequence numbers, as far as they are there. */
    List<IMAPMessage> bySequence(IntStream numbers) {
        return folder.bySequence(numbers);
    }

    int sequence(IMAPMessage message) {
        return folder.sequence(message);
    }

    void fetch(List<IMAPMessage> messages, FetchProfile profile) throws MessagingException {
        folder.fetchAll(messages, profile);
    }

    /** The UID of a message that was fetched with it; 0 if the server told none. */
    long uid(IMAPMessage message) throws MessagingException {
        return Math.max(0, folder.getUID(message));
    }

    /** The flags that can be stored for good (PERMANENTFLAGS). */
    Flags permanentFlags() {
        return folder.getPermanentFlags();
    }

    /** @throws MailException.FolderChangedUnderUs if the server says so, be it in the middle of a session */
    <T> T command(Protocol.Command<T> command) throws MessagingException {
        T result = Protocol.run(folder, command);
        if (folder.isVoid()) {
            // So that the next command selects it anew.
            folder.close(false);
            throw new MailException.FolderChangedUnderUs();
        }
        return result;
    }

    /** Sends a command that begins with what needs no quoting. */
    Response[] send(String command, String arguments) throws MessagingException {
        return command(protocol -> {
            Argument atoms = Protocol.atom(arguments);
            return Protocol.send(protocol, command, atoms);
        });
    }

    /**
     * Fetches by UID what is dealt with at once and not kept: neither here nor by Jakarta Mail, which would remember every
     * message, and take each answer with flags for a change.
     *
     * @param arguments the UIDs and the items, among which UID is
     * @param taker told of each answer; must not throw
     */
    void stream(String arguments, Consumer<FetchResponse> taker) throws MessagingException {
        stream("UID FETCH", arguments, taker);
    }

    private void stream(String fetch, String arguments, Consumer<FetchResponse> taker) throws MessagingException {
        command(Protocol.doing(protocol -> {
            Response[] others = ((CarefulProtocol) protocol)
                    .stream(fetch, Protocol.atom(arguments), answer -> isTaken(answer, taker));
            protocol.notifyResponseHandlers(others);
            protocol.handleResult(others[others.length - 1]);
        }));
    }

    /**
     * Like {@link #stream}.
     *
     * @return false if the server said no, and nothing worse
     */
    boolean tryStream(String arguments, Consumer<FetchResponse> taker) throws MessagingException {
        return tryStream("UID FETCH", arguments, taker);
    }

    /** Like {@link #tryStream}, by sequence numbers. */
    boolean tryStreamBySequence(String arguments, Consumer<FetchResponse> taker) throws MessagingException {
        return tryStream("FETCH", arguments, taker);
    }

    private boolean tryStream(String fetch, String arguments, Consumer<FetchResponse> taker) throws MessagingException {
        try {
            stream(fetch, arguments, taker);
            return true;
        } catch (MessagingException e) {
            if (ImapFailures.isPlainRefusal(e)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isTaken(FetchResponse answer, Consumer<FetchResponse> taker) {
        if (uidOf(answer).isEmpty()) {
            return false;
        }
        taker.accept(answer);
        return true;
    }

    /**
     * Fetches by UID.
     *
     * @param items as in {@code "FLAGS INTERNALDATE"}
     * @throws MailException.MessageGone if the server has nothing to tell of it
     */
    FetchResponse fetch(long uid, String items) throws MessagingException {
        return lookedForTwice(() -> fetchNow(uid, items));
    }

    private FetchResponse fetchNow(long uid, String items) throws MessagingException {
        for (Response response : send("UID FETCH", uid + " (UID " + items + ")")) {
            if (response instanceof FetchResponse found
                    && uidOf(found).filter(each -> each == uid).isPresent()
                    && !DeletedMessages.isHidden(this, found)) {
                return found;
            }
        }
        throw new MailException.MessageGone();
    }

    /**
     * What they are known by, by UID, for those of the messages that are there.
     *
     * @throws MailException.MessageGone if not one of them is
     */
    Map<Long, Likeness> known(List<MessageRef> messages) throws MessagingException {
        return lookedForTwice(() -> {
            Map<Long, Likeness> looks = MovedMessages.looksOf(this, messages);
            if (looks.isEmpty()) {
                throw new MailException.MessageGone();
            }
            return looks;
        });
    }

    /** @throws MailException.ReadOnly if the server lets nothing be changed here */
    void requireWritable() {
        if (folder.getMode() != Folder.READ_WRITE) {
            throw new MailException.ReadOnly();
        }
    }

    /** @throws MailException.MessageGone if not one of the messages is there any more */
    void requireAny(List<MessageRef> messages) throws MessagingException {
        lookedForTwice(() -> anyOf(messages));
    }

    private MessageRef anyOf(List<MessageRef> messages) throws MessagingException {
        Set<Long> wanted = messages.stream().map(MessageRef::uid).collect(Collectors.toSet());
        for (String uids : UidSets.of(messages)) {
            for (Response response : send("UID FETCH", uids + " (UID)")) {
                if (response instanceof FetchResponse found
                        && uidOf(found).filter(wanted::contains).isPresent()) {
                    return ref(uidOf(found).orElseThrow());
                }
            }
        }
        throw new MailException.MessageGone();
    }

    static Optional<Long> uidOf(FetchResponse response) {
        @Nullable UID uid = response.getItem(UID.class);
        return Optional.ofNullable(uid).map(known -> known.uid);
    }

    /**
     * The message for Jakarta Mail to read from.
     *
     * @throws MailException.MessageGone if it is not there
     */
    IMAPMessage byUid(long uid) throws MessagingException {
        if (DeletedMessages.areHidden(connection)) {
            fetch(uid, "FLAGS");
        }
        return lookedForTwice(() -> byUidNow(uid));
    }

    private IMAPMessage byUidNow(long uid) throws MessagingException {
        @Nullable IMAPMessage message = folder.byUid(uid);
        // Jakarta Mail remembers by UID what was expunged since.
        if (message == null || message.isExpunged()) {
            throw new MailException.MessageGone();
        }
        return message;
    }

    /** Looking for a message. */
    @FunctionalInterface
    private interface Look<T> {
        T now() throws MessagingException;
    }

    /** Saves a round trip for messages that are known already, and finds those that this connection has not heard of. */
    private <T> T lookedForTwice(Look<T> look) throws MessagingException {
        try {
            return look.now();
        } catch (MailException.MessageGone gone) {
            if (!refresh()) {
                throw gone;
            }
            return look.now();
        }
    }
}
