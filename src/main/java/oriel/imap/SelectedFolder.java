package oriel.imap;

import jakarta.mail.FetchProfile;
import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;

/**
 * Jakarta Mail's folder, by the server's own numbers: Jakarta Mail goes on counting expunged messages until it expunges
 * itself, which Oriel never does.
 */
final class SelectedFolder extends IMAPFolder {

    private int exists;
    private @Nullable Response refusal;

    SelectedFolder(String name, char separator, IMAPStore store, @Nullable Boolean namespace) {
        super(name, separator, store, namespace);
    }

    /** Selects the folder, for reading and writing as far as the server allows. */
    void select() throws MessagingException {
        open(READ_WRITE);
        synchronized (messageCacheLock) {
            exists = messageCache.size();
        }
    }

    /** How many messages there are, as of the last command. */
    int count() {
        synchronized (messageCacheLock) {
            return exists;
        }
    }

    /** The messages of a range of sequence numbers from 1, both ends included. */
    List<IMAPMessage> bySequence(int first, int last) {
        List<IMAPMessage> messages = new ArrayList<>(last - first + 1);
        synchronized (messageCacheLock) {
            for (int number = first; number <= last; number++) {
                @Nullable IMAPMessage message = getMessageBySeqNumber(number);
                if (message != null) {
                    messages.add(message);
                }
            }
        }
        return messages;
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
            throw new FolderClosedException(this, "connection lost while fetching");
        }
        if (refusal != null) {
            throw new MessagingException("refused", new CommandFailedException(refusal));
        }
    }

    @Override
    public void handleResponse(Response response) {
        super.handleResponse(response);
        if (response.isTagged() && (response.isNO() || response.isBAD())) {
            refusal = response;
        }
        if (!(response instanceof IMAPResponse answer) || !answer.isUnTagged()) {
            return;
        }
        if (answer.keyEquals("EXISTS")) {
            exists = answer.getNumber();
        } else if (answer.keyEquals("EXPUNGE")) {
            exists = Math.max(0, exists - 1);
        }
    }
}
