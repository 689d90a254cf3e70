package oriel.index;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import oriel.mail.Address;
import oriel.mail.Body;
import oriel.mail.Envelope;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.Marked;
import oriel.mail.MessageRef;
import oriel.mail.Summary;
import oriel.mail.SyncState;
import oriel.mail.SyncStore;

import static org.assertj.core.api.Assertions.assertThat;

/** A mail server of a test, which counts what it is asked. */
final class FakeServer implements SyncStore {

    /** What it was asked, in order: {@code uids INBOX}, {@code summaries INBOX 100}, {@code marks INBOX 1:9 >5}. */
    final List<String> asked = new ArrayList<>();

    private final Map<FolderPath, Contents> folders = new HashMap<>();
    private boolean condstore = true;
    private @Nullable MailException trouble;

    /** Messages whose text can't be fetched, and with them no other text. */
    private final Set<Long> broken = new HashSet<>();

    private boolean silent;

    private static final class Contents {
        private long uidValidity = 7;
        private long uidNext = 1;
        private long modSeq = 1;
        private final TreeMap<Long, Message> messages = new TreeMap<>();
    }

    private record Message(String subject, Set<Flag> flags, long modSeq) {}

    FakeServer(FolderPath... paths) {
        Arrays.stream(paths).forEach(path -> folders.put(path, new Contents()));
    }

    synchronized FakeServer withoutCondstore() {
        condstore = false;
        return this;
    }

    synchronized void failWith(@Nullable MailException failure) {
        trouble = failure;
    }

    /** Has a command for texts fail if one of these messages is in it. */
    synchronized void breakTexts(Long... uids) {
        broken.addAll(List.of(uids));
    }

    /** Has such a command end without a failure, and without the texts. */
    synchronized void leaveTextsOut(Long... uids) {
        breakTexts(uids);
        silent = true;
    }

    /** Puts messages into a folder; the last of them is the newest. */
    synchronized void deliver(FolderPath folder, String... subjects) {
        Contents contents = folders.get(folder);
        for (String subject : subjects) {
            contents.messages.put(contents.uidNext++, new Message(subject, Set.of(), ++contents.modSeq));
        }
    }

    synchronized void deliver(FolderPath folder, int count) {
        for (int i = 0; i < count; i++) {
            deliver(folder, "Message " + (i + 1));
        }
    }

    synchronized void expunge(FolderPath folder, long uid) {
        folders.get(folder).messages.remove(uid);
        folders.get(folder).modSeq++;
    }

    synchronized void flag(FolderPath folder, long uid, Flag... flags) {
        Contents contents = folders.get(folder);
        Set<Flag> all = flags.length == 0 ? Set.of() : EnumSet.copyOf(List.of(flags));
        contents.messages.computeIfPresent(uid, (key, old) -> new Message(old.subject(), all, ++contents.modSeq));
    }

    /** Makes the folder anew: empty, and its UIDs count from 1 again. */
    synchronized void recreate(FolderPath folder) {
        Contents fresh = new Contents();
        fresh.uidValidity = folders.get(folder).uidValidity + 1;
        folders.put(folder, fresh);
    }

    synchronized List<String> asked(String kind) {
        return asked.stream().filter(each -> each.startsWith(kind + " ")).toList();
    }

    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    /** Waits until this was asked, and fails if it is not. */
    synchronized void awaitAsked(String question, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!asked.contains(question)) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            assertThat(left)
                    .as("time left to ask \"%s\" after %s", question, asked)
                    .isPositive();
            wait(left);
        }
    }

    synchronized void forgetAsked() {
        asked.clear();
    }

    private Contents at(FolderPath folder, String question) {
        asked.add(question);
        notifyAll();
        if (trouble != null) {
            throw trouble;
        }
        Contents contents = folders.get(folder);
        if (contents == null) {
            throw new MailException.FolderGone(null);
        }
        return contents;
    }

    private Contents at(FolderPath folder, long uidValidity, String question) {
        Contents contents = at(folder, question);
        if (contents.uidValidity != uidValidity) {
            throw new MailException.FolderChangedUnderUs();
        }
        return contents;
    }

    @Override
    public synchronized SyncState state(FolderPath folder) {
        Contents contents = at(folder, "state " + folder.value());
        int unseen = (int) contents.messages.values().stream()
                .filter(each -> !each.flags().contains(Flag.SEEN))
                .count();
        return new SyncState(
                folder,
                contents.uidValidity,
                contents.uidNext,
                contents.messages.size(),
                unseen,
                condstore ? contents.modSeq : -1);
    }

    @Override
    public synchronized long[] uids(FolderPath folder, long uidValidity) {
        return at(folder, uidValidity, "uids " + folder.value()).messages.keySet().stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    @Override
    public synchronized List<Summary> summaries(FolderPath folder, long uidValidity, long[] uids) {
        Contents contents = at(folder, uidValidity, "summaries " + folder.value() + " " + uids.length);
        List<Summary> found = new ArrayList<>();
        for (int i = uids.length - 1; i >= 0; i--) {
            Message message = contents.messages.get(uids[i]);
            if (message != null) {
                found.add(summary(new MessageRef(folder, uidValidity, uids[i]), message));
            }
        }
        return found;
    }

    private static Summary summary(MessageRef ref, Message message) {
        Envelope envelope = new Envelope(
                ref,
                List.of(new Address("Grace Hopper", "grace@oriel.test")),
                List.of(new Address("Ada", "ada@oriel.test")),
                message.subject(),
                Instant.ofEpochSecond(1_700_000_000 + ref.uid()),
                1_000,
                message.flags(),
                Set.of(),
                false);
        return new Summary(
                envelope, List.of(), "<" + ref.uid() + ref.folder().value() + "@oriel.test>", List.of(), List.of());
    }

    @Override
    public synchronized List<Marked> marks(FolderPath folder, long uidValidity, long lowest, long highest, long since) {
        Contents contents =
                at(folder, uidValidity, "marks " + folder.value() + " " + lowest + ":" + highest + " >" + since);
        return contents.messages.subMap(lowest, true, highest, true).entrySet().stream()
                .filter(each -> each.getValue().modSeq() > since)
                .map(each -> new Marked(each.getKey(), each.getValue().flags(), Set.of()))
                .toList();
    }

    @Override
    public synchronized Map<Long, Body> texts(FolderPath folder, long uidValidity, long[] uids, int bytes) {
        at(folder, uidValidity, "texts " + folder.value() + " " + uids.length);
        Map<Long, Body> texts = new HashMap<>();
        if (Arrays.stream(uids).anyMatch(broken::contains)) {
            if (silent) {
                return texts;
            }
            throw new MailException.ServerUnreachable(null);
        }
        Arrays.stream(uids).forEach(uid -> texts.put(uid, Body.plain("text " + uid)));
        return texts;
    }
}
