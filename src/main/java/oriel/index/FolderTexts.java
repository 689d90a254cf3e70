package oriel.index;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import oriel.account.IndexedTexts;
import oriel.mail.AccountId;
import oriel.mail.Body;
import oriel.mail.Folder;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MessageRef;
import oriel.mail.SpecialUse;
import oriel.mail.SyncStore;

/**
 * Makes the texts of one account's messages searchable, newest first, in steps of one short command. Which ones are missing is
 * asked of the index each time, so that it goes on where it stopped, and nothing is fetched twice. What a server can't
 * give or nobody can read is met alone in the end, and counts as an empty text from then on.
 */
final class FolderTexts {

    private static final Logger LOG = Logger.getLogger(FolderTexts.class.getName());

    private static final int BATCH = 50;

    /** A server that gives no text of so many messages is not asked for others until its folders are listed again. */
    private static final int MOST_IN_VAIN = 10;

    /** Of each text on the wire. */
    static final int BYTES = 32 * 1024;

    private final AccountId account;
    private final MessageIndex index;
    private final SyncStore server;
    private final BodyWords words;
    private final IndexedTexts wanted;

    private final Set<FolderPath> leftOut = new HashSet<>();
    private List<FolderPath> folders = List.of();
    private int size = BATCH;

    /** Messages in a row that nothing came of. */
    private int inVain;

    FolderTexts(AccountId account, MessageIndex index, SyncStore server, BodyWords words, IndexedTexts wanted) {
        this.account = account;
        this.index = index;
        this.server = server;
        this.words = words;
        this.wanted = wanted;
    }

    /** Learns which folders there are. What is in junk and trash is not worth being read again. */
    void keep(List<Folder> listed) {
        leftOut.clear();
        inVain = 0;
        folders = listed.stream()
                .filter(each -> each.use() != SpecialUse.JUNK && each.use() != SpecialUse.TRASH)
                .map(Folder::path)
                .toList();
    }

    /** Reads some more texts; false if there is nothing to do now. */
    boolean step() {
        if (wanted.isNone() || inVain >= MOST_IN_VAIN || !index.hasRoomForTexts()) {
            return false;
        }
        List<FolderPath> from = folders.stream()
                .filter(each ->
                        !leftOut.contains(each) && index.complete(account, each).isPresent())
                .toList();
        if (from.isEmpty()) {
            return false;
        }
        List<MessageRef> next = index.withoutText(account, from, wanted.since(Instant.now()), size);
        if (!next.isEmpty()) {
            read(next);
        }
        return !next.isEmpty();
    }

    private void read(List<MessageRef> messages) {
        FolderPath folder = messages.getFirst().folder();
        try {
            keep(messages, fetch(messages));
        } catch (MailException.FolderGone | MailException.FolderChangedUnderUs e) {
            // Until it is compared again.
            leftOut.add(folder);
        } catch (MailException.Throttled
                | MailException.Busy
                | MailException.LoginRefused
                | MailException.SignInAgain
                | MailException.PasswordsDisabled
                | IndexOff e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "texts are not read: {0}", e.toString());
            // Throws if it is not about the messages.
            server.state(folder);
            keep(messages, Map.of());
        }
    }

    private Map<Long, Body> fetch(List<MessageRef> messages) {
        MessageRef first = messages.getFirst();
        long[] uids = messages.stream().mapToLong(MessageRef::uid).sorted().toArray();
        return server.texts(first.folder(), first.uidValidity(), uids, BYTES);
    }

    private void keep(List<MessageRef> messages, Map<Long, Body> texts) {
        boolean all = texts.keySet()
                .containsAll(messages.stream().map(MessageRef::uid).collect(Collectors.toSet()));
        Map<Long, ReadText> read = new HashMap<>();
        texts.forEach((uid, body) -> read.put(uid, wordsOf(body)));
        if (!read.isEmpty()) {
            inVain = 0;
        } else if (messages.size() == 1) {
            inVain++;
            read.put(messages.getFirst().uid(), ReadText.part(""));
        }
        MessageRef first = messages.getFirst();
        if (!read.isEmpty()) {
            index.text(account, first.folder(), first.uidValidity(), read);
        }
        // One message can keep a server from answering for the others.
        size = all || messages.size() == 1 ? Math.min(size * 2, BATCH) : Math.max(1, messages.size() / 2);
    }

    private ReadText wordsOf(Body body) {
        try {
            return new ReadText(words.of(body), isWhole(body));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(Level.FINE, "a text can't be read: {0}", e.toString());
            return ReadText.part("");
        }
    }

    /** Whether it was surely shorter than what is fetched, however it was encoded: a byte takes three at most. */
    private static boolean isWhole(Body body) {
        return body.content().getBytes(StandardCharsets.UTF_8).length < BYTES / 3;
    }
}
