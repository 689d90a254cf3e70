package oriel.imap;

import jakarta.mail.FetchProfile;
import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.ENVELOPE;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.jspecify.annotations.Nullable;

/**
 * Jakarta Mail's folder, by the server's own numbers: Jakarta Mail goes on counting expunged messages until it expunges
 * itself, which Oriel never does.
 */
final class SelectedFolder extends IMAPFolder {

    /** Jakarta Mail renumbers all later messages at each one that is expunged; selecting the folder again is quicker. */
    private static final long MOST_WORK = 10_000_000_000L;

    private static final Pattern VALIDITY = Pattern.compile("(?i)^\\* OK \\[UIDVALIDITY (\\d{1,18})]");

    private long validity;
    private volatile boolean isVoid;
    private long work;
    private int exists;
    /** Whether Jakarta Mail knows how many messages there are, and keeps room for each. */
    private boolean hasRoom;

    private @Nullable Response refusal;
    private Runnable news = () -> {};

    SelectedFolder(String name, char separator, IMAPStore store, @Nullable Boolean namespace) {
        super(name, separator, store, namespace);
    }

    /** Selects the folder, for reading and writing as far as the server allows. */
    void select() throws MessagingException {
        open(READ_WRITE);
        synchronized (messageCacheLock) {
            exists = ((CarefulProtocol) protocol).messages();
            validity = getUIDValidity();
        }
    }

    /** Whether the server has said since that its UIDs mean other messages now. */
    boolean isVoid() {
        return isVoid;
    }

    /** Whom to tell when the server tells of changes that nobody asked for; has to return at once. */
    void telling(Runnable listener) {
        synchronized (messageCacheLock) {
            news = listener;
        }
    }

    /** Takes in what the server says unasked. */
    void hear(IMAPProtocol protocol, Response response) {
        synchronized (messageCacheLock) {
            protocol.notifyResponseHandlers(new Response[] {response});
        }
    }

    /** Does nothing: Jakarta Mail would ask for a sign of life here, even when it is only asked whether this is open. */
    @Override
    protected void keepConnectionAlive(boolean storeToo) {
        // The pool sees to that.
    }

    /** How many messages there are, as of the last command. */
    int count() {
        synchronized (messageCacheLock) {
            return exists;
        }
    }

    /** The sequence number of a message now. */
    int sequence(IMAPMessage message) {
        synchronized (messageCacheLock) {
            return messageCache.seqnumOf(message.getMessageNumber());
        }
    }

    /** The messages with these sequence numbers, which count from 1. */
    List<IMAPMessage> bySequence(IntStream numbers) {
        synchronized (messageCacheLock) {
            makeRoom();
            return numbers.mapToObj(this::getMessageBySeqNumber)
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    /** The message with this UID; null if there is none, or none that this has heard of. */
    @Nullable
    IMAPMessage byUid(long uid) throws MessagingException {
        synchronized (messageCacheLock) {
            makeRoom();
        }
        return (IMAPMessage) getMessageByUID(uid);
    }

    /** Has Jakarta Mail make room for the messages, unless it has. Who only listens, or fetches a stream, does without. */
    private void makeRoom() {
        if (hasRoom) {
            return;
        }
        hasRoom = true;
        try {
            super.handleResponse(new IMAPResponse("* " + exists + " EXISTS"));
        } catch (IOException | ProtocolException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Fetches what the profile names.
     *
     * @throws MessagingException also if the server said no, which Jakarta Mail passes over
     */
    void fetchAll(List<IMAPMessage> messages, FetchProfile profile) throws MessagingException {
        refusal = null;
        fetch(messages.toArray(IMAPMessage[]::new), profile);
        if (!isOpen()) {
            throw new FolderClosedException(this, "connection lost while fetching: " + refusal);
        }
        if (refusal != null) {
            throw new MessagingException("refused", new CommandFailedException(refusal));
        }
    }

    @Override
    public void handleResponse(Response response) {
        if (hasRoom || !isOfMessages(response)) {
            super.handleResponse(response);
        }
        if (response.isBYE() || response.isTagged() && (response.isNO() || response.isBAD())) {
            refusal = response;
        }
        if (!(response instanceof IMAPResponse answer) || !answer.isUnTagged()) {
            return;
        }
        if (answer.isOK()) {
            Matcher told = VALIDITY.matcher(answer.toString());
            isVoid |= validity > 0 && told.find() && Long.parseLong(told.group(1)) != validity;
        }
        boolean changed = isNews(answer);
        if (answer.keyEquals("EXISTS")) {
            exists = answer.getNumber();
        } else if (answer.keyEquals("EXPUNGE")) {
            exists = Math.max(0, exists - 1);
            work += exists;
            if (work > MOST_WORK) {
                throw new IllegalStateException("too much was expunged to go on counting");
            }
        }
        if (changed) {
            news.run();
        }
    }

    /** Whether it tells of messages by their numbers. */
    private static boolean isOfMessages(Response response) {
        return response instanceof IMAPResponse answer
                && answer.isUnTagged()
                && (answer.keyEquals("EXISTS") || answer.keyEquals("EXPUNGE") || answer.keyEquals("FETCH"));
    }

    private boolean isNews(IMAPResponse answer) {
        if (answer instanceof FetchResponse fetched) {
            // What was asked for comes with more than the flags.
            return fetched.getItem(FLAGS.class) != null
                    && fetched.getItem(ENVELOPE.class) == null
                    && fetched.getItem(RFC822SIZE.class) == null
                    && fetched.getItem(BODY.class) == null;
        }
        return answer.keyEquals("EXPUNGE") || answer.keyEquals("EXISTS") && answer.getNumber() != exists;
    }
}
