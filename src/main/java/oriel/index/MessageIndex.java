package oriel.index;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import oriel.account.IndexConfig;
import oriel.mail.AccountId;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.Marked;
import oriel.mail.MessageRef;
import oriel.mail.Summary;
import oriel.mail.SyncState;

/**
 * The copy of the mailboxes' heads on local disk: lists, conversations and searches are read from it, and whoever follows the
 * folders writes to it. It may be lost at any time, whole or the last seconds of it.
 *
 * <p>Reading never throws: what can't be read is as if it were not indexed. {@link #mark}, {@link #remove}, {@link
 * #preview} and {@link #setApart} never throw either, because those who call them have acted on the server and the
 * index follows by itself. Other writing throws {@link IndexOff} where nothing can be written now. What was written is
 * seen by what is asked next; what is added in bulk, after about a second.
 *
 * <p>To follow a folder: ask what is {@link #known}, say that it is {@link #synced} to a state and not complete, {@link
 * #addMissing} what is missing, newest first, and say that it is synced and complete. After {@link IndexOff} begin again,
 * after a while. Thread safe; its threads must not be interrupted, which closes files.
 */
@ApplicationScoped
public class MessageIndex {

    private final AccountIndexes accounts;
    private final Views views;

    /** Takes a folder of its own on disk, or is off. */
    @Inject
    public MessageIndex(IndexConfig config) {
        this(config, FSDirectory::open, System::nanoTime);
    }

    MessageIndex(IndexConfig config, Disk disk, LongSupplier nanos) {
        views = new Views(config.views());
        accounts = new AccountIndexes(config, disk, nanos);
    }

    /** Closes all that is open, without losing anything. */
    @PreDestroy
    public void stop() {
        accounts.close();
    }

    /** Makes durable what was written, which otherwise happens within seconds. */
    void makeDurable() {
        accounts.commit();
    }

    /** Looks how much all take together, which otherwise happens within a minute. */
    void makeRoom() {
        accounts.makeRoom();
    }

    // Reading

    /**
     * A window of a list; empty if nothing of its folders is indexed, or the index is out of order.
     *
     * @param offset of the first row
     * @param limit how many rows at most
     */
    public Optional<Listing> list(AccountId account, ListQuery query, int offset, int limit) {
        return accounts.read(
                account,
                Optional.empty(),
                (index, searcher) -> Lists.empty(index, searcher, query)
                        ? Optional.empty()
                        : Optional.of(lists(account, index, searcher).window(query, offset, limit)));
    }

    /** The place of a message in a list; of its conversation in a list of conversations; -1 if it is not in it. */
    public int position(AccountId account, ListQuery query, MessageRef message) {
        return accounts.read(
                account,
                -1,
                (index, searcher) -> lists(account, index, searcher).position(query, message));
    }

    /** All messages of a list; those of a list of conversations message by message, newest first. */
    public List<MessageRef> refs(AccountId account, ListQuery query) {
        return accounts.read(
                account,
                List.of(),
                (index, searcher) -> lists(account, index, searcher).refs(query));
    }

    /** How far a folder had come when all of its messages were indexed; empty if that never was. Costs nothing. */
    public Optional<SyncState> complete(AccountId account, FolderPath folder) {
        return accounts.read(
                        account,
                        Optional.<Positions.Position>empty(),
                        (index, searcher) -> index.positions().of(folder))
                .filter(Positions.Position::complete)
                .map(Positions.Position::state);
    }

    /** How many messages of a folder are unread; -1 if not all of the folder is indexed. */
    public int unread(AccountId account, FolderPath folder) {
        return accounts.read(
                account,
                -1,
                (index, searcher) -> index.positions()
                                .of(folder)
                                .map(Positions.Position::complete)
                                .orElse(false)
                        ? searcher.count(ListQueries.unread(folder))
                        : -1);
    }

    /**
     * Messages whose text was never given, newest first: the newest of all, and others of its folder.
     *
     * @param folders to look in, at least one
     * @param since when they were received at the earliest
     */
    List<MessageRef> withoutText(AccountId account, List<FolderPath> folders, Instant since, int most) {
        return accounts.read(
                account,
                List.of(),
                (index, searcher) ->
                        new Refs(searcher.getIndexReader(), Lists.textless(searcher, folders, since, most)));
    }

    /** Whether texts may be added: heads of messages are worth more, so some room is left to them. */
    boolean hasRoomForTexts() {
        return accounts.hasRoomForTexts();
    }

    /** At most so many UIDs of messages that have no preview line, newest first. */
    public long[] withoutPreview(AccountId account, FolderPath folder, int most) {
        return accounts.read(
                account, new long[0], (index, searcher) -> Lists.without(searcher, folder, Fields.PREVIEW, most));
    }

    /** Asks the index something else; what can't be asked answers otherwise. */
    <T> T read(AccountId account, T otherwise, AccountIndexes.Reading<T> reading) {
        return accounts.read(account, otherwise, reading);
    }

    /** The Message-IDs of messages, empty for those that have none; without those that are not indexed. */
    public Map<MessageRef, String> messageIds(AccountId account, List<MessageRef> messages) {
        return accounts.read(account, Map.of(), (index, searcher) -> MessageIds.of(searcher, messages));
    }

    // Writing

    /** What is indexed of a folder; the beginning of following it. */
    public Known known(AccountId account, FolderPath folder) {
        return accounts.write(account, index -> {
            long turn = index.follow(folder);
            index.refresh();
            return index.read(searcher -> Lists.known(index, searcher, folder, turn));
        });
    }

    /** Adds messages, in place of older versions of them; a few hundred at a time. */
    public void add(AccountId account, List<Summary> summaries) {
        accounts.checkRoom();
        accounts.change(account, index -> index.add(summaries, false));
    }

    /**
     * Adds messages of a folder that {@link #known} did not name, each once; a few hundred at a time.
     *
     * @param turn as {@link Known#turn}
     * @throws IndexOff too if somebody else has asked what is known since, who adds them
     */
    void addMissing(AccountId account, FolderPath folder, long turn, List<Summary> summaries) {
        accounts.checkRoom();
        accounts.change(account, index -> index.addMissing(folder, turn, summaries));
    }

    /** Removes messages that are gone from a folder. */
    public void remove(AccountId account, FolderPath folder, long uidValidity, long[] uids) {
        accounts.correct(account, index -> {
            index.remove(folder, uidValidity, uids);
            return true;
        });
    }

    /**
     * Corrects what messages are marked with; those that are not indexed are passed over.
     *
     * @return whether any was marked otherwise
     */
    public boolean mark(AccountId account, FolderPath folder, long uidValidity, List<Marked> marked) {
        return accounts.correct(account, index -> {
            List<Marked> others = index.read(searcher -> CurrentMarks.others(searcher, folder, uidValidity, marked));
            index.mark(folder, uidValidity, others);
            return !others.isEmpty();
        });
    }

    /** Sets or clears a flag of messages, after it was done on the server. */
    public void mark(AccountId account, List<MessageRef> messages, Flag flag, boolean set) {
        accounts.correct(
                account, index -> CurrentMarks.change(index, messages, marked -> CurrentMarks.with(marked, flag, set)));
    }

    /** Gives or takes messages a tag, after it was done on the server. */
    public void tag(AccountId account, List<MessageRef> messages, String tag, boolean set) {
        accounts.correct(
                account, index -> CurrentMarks.change(index, messages, marked -> CurrentMarks.with(marked, tag, set)));
    }

    /** Removes messages, after they were moved away or deleted on the server. */
    public void remove(AccountId account, List<MessageRef> messages) {
        accounts.correct(account, index -> CurrentMarks.byFolder(messages, index::remove));
    }

    /** Keeps preview lines, by UID; an empty line says that there is nothing to show. */
    public void preview(AccountId account, FolderPath folder, long uidValidity, Map<Long, String> lines) {
        accounts.correct(account, index -> {
            index.previews(folder, uidValidity, lines);
            return true;
        });
    }

    /** Makes texts of messages searchable, by UID, at most 100; they can't be read again. An empty text says it was looked at. */
    void text(AccountId account, FolderPath folder, long uidValidity, Map<Long, ReadText> texts) {
        accounts.change(account, index -> index.texts(folder, uidValidity, texts));
    }

    /**
     * Says how far a folder is indexed, by what was written before; becomes durable together with it.
     *
     * @param complete whether all of the folder's messages are indexed as of this state
     * @throws IndexOff too if what was written since the folder was last asked for with {@link #known} may be lost
     */
    public void synced(AccountId account, SyncState state, boolean complete) {
        accounts.change(account, index -> {
            // Whoever reads that all of it is indexed must see all of it.
            index.settle();
            index.synced(state, complete);
        });
    }

    /** Forgets a folder that is gone, or whose UIDVALIDITY is another now. */
    public void forget(AccountId account, FolderPath folder) {
        accounts.change(account, index -> index.forget(folder));
    }

    /** Forgets all folders of one's own but these. */
    public void forgetOthers(AccountId account, Set<FolderPath> folders) {
        accounts.change(account, index -> {
            index.refresh();
            for (FolderPath each : index.read(searcher -> Lists.folders(index, searcher))) {
                if (each.owner().isSelf() && !folders.contains(each)) {
                    index.forget(each);
                }
            }
        });
    }

    /** Sets folders apart whose messages count in no conversation but in their own lists: junk and trash. */
    public void setApart(AccountId account, Set<FolderPath> folders) {
        accounts.correct(account, index -> {
            index.setApart(folders);
            return true;
        });
    }

    /** Deletes all that is kept of an account. */
    public void delete(AccountId account) {
        accounts.delete(account);
    }

    private Lists lists(AccountId account, AccountIndex index, IndexSearcher searcher) {
        return new Lists(views, account, index, searcher);
    }
}
