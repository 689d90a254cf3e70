package oriel.index;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import oriel.mail.AccountId;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.Marked;
import oriel.mail.MessageRef;
import oriel.mail.Summary;
import oriel.mail.SyncState;

import static java.util.stream.Collectors.groupingBy;

/**
 * The copy of the mailboxes' heads on local disk: lists, conversations and searches are read from it, and whoever follows the
 * folders writes to it. It may be lost at any time, whole or the last seconds of it.
 *
 * <p>Reading never throws: what can't be read is as if it were not indexed. Writing throws {@link IndexOff} where nothing can
 * be written now; {@link #mark} and {@link #remove} never do, because those who call them have acted on the server and
 * the index follows. What was written is seen by what is asked next; what was added in bulk, within a second.
 *
 * <p>To follow a folder: ask what is {@link #known}, tell that it is {@link #synced} to a state and not complete, add what
 * is missing, newest first, and tell that it is synced and complete. Thread safe.
 */
@ApplicationScoped
public class MessageIndex {

    private static final Logger LOG = Logger.getLogger(MessageIndex.class.getName());

    private final OpenIndexes indexes;
    private final Views views;

    @Inject
    public MessageIndex() {
        this(Path.of(System.getProperty("java.io.tmpdir"), "oriel-index"));
    }

    MessageIndex(Path folder) {
        indexes = new OpenIndexes(folder);
        views = new Views(64L << 20);
    }

    // Reading

    /**
     * A window of a list; empty if nothing of its folders is indexed, or the index is out of order.
     *
     * @param offset of the first row
     * @param limit how many rows at most
     */
    public Optional<Listing> list(AccountId account, ListQuery query, int offset, int limit) {
        return indexes.use(
                account,
                index -> index.read(searcher -> Lists.list(views, account, index, searcher, query, offset, limit)));
    }

    /** The place of a message in a list; -1 if it is not in it. */
    public int position(AccountId account, ListQuery query, MessageRef message) {
        return indexes.use(
                account, index -> index.read(searcher -> Lists.position(views, account, searcher, query, message)));
    }

    /** All messages of a list, in its order; with conversations, all messages of the list that belong to one of them. */
    public List<MessageRef> refs(AccountId account, ListQuery query) {
        return List.of();
    }

    /** The messages of a conversation, oldest first; none if there is no such conversation. */
    public List<Row> conversation(AccountId account, long id) {
        return List.of();
    }

    /** How many messages of a folder are unread; -1 if the folder is not indexed. */
    public int unread(AccountId account, FolderPath folder) {
        return -1;
    }

    // Writing

    /** How far a folder had come when all of its messages were indexed; empty if that never was. Costs nothing. */
    public Optional<SyncState> complete(AccountId account, FolderPath folder) {
        try {
            return indexes.use(account, index -> index.positions().of(folder))
                    .filter(Positions.Position::complete)
                    .map(Positions.Position::state);
        } catch (IndexOff off) {
            return Optional.empty();
        }
    }

    /** What is indexed of a folder; opens the index. */
    public Known known(AccountId account, FolderPath folder) {
        return indexes.use(account, index -> {
            index.refresh();
            return index.read(searcher -> Lists.known(index, searcher, folder));
        });
    }

    /** Adds messages, in place of older versions of them. */
    public void add(AccountId account, List<Summary> summaries) {
        indexes.use(account, index -> {
            index.add(summaries);
            return null;
        });
    }

    /** Removes messages that are gone from a folder. */
    public void remove(AccountId account, FolderPath folder, long uidValidity, long[] uids) {
        indexes.use(account, index -> {
            index.remove(folder, uidValidity, uids);
            return null;
        });
    }

    /**
     * Corrects what messages are marked with; those that are not indexed are passed over.
     *
     * @return whether any was marked otherwise
     */
    public boolean mark(AccountId account, FolderPath folder, long uidValidity, List<Marked> marked) {
        return indexes.use(account, index -> {
            List<Marked> others = index.read(searcher -> CurrentMarks.others(searcher, folder, uidValidity, marked));
            index.mark(folder, uidValidity, others);
            return !others.isEmpty();
        });
    }

    /** Sets or clears a flag of messages, after it was done on the server. */
    public void mark(AccountId account, List<MessageRef> messages, Flag flag, boolean set) {
        change(account, messages, marked -> {
            Set<Flag> flags = new HashSet<>(marked.flags());
            boolean ignored = set ? flags.add(flag) : flags.remove(flag);
            return new Marked(marked.uid(), flags, marked.tags());
        });
    }

    /** Gives or takes messages a tag, after it was done on the server. */
    public void tag(AccountId account, List<MessageRef> messages, String tag, boolean set) {
        change(account, messages, marked -> {
            Set<String> tags = new HashSet<>(marked.tags());
            tags.removeIf(tag::equalsIgnoreCase);
            if (set) {
                tags.add(tag);
            }
            return new Marked(marked.uid(), marked.flags(), tags);
        });
    }

    private void change(AccountId account, List<MessageRef> messages, UnaryOperator<Marked> change) {
        follow(account, messages, (index, folder, uidValidity, uids) -> {
            Map<Long, Marked> current = index.read(searcher -> CurrentMarks.of(searcher, folder, uidValidity, uids));
            index.mark(
                    folder, uidValidity, current.values().stream().map(change).toList());
        });
    }

    /** Removes messages, after they were moved away or deleted on the server. */
    public void remove(AccountId account, List<MessageRef> messages) {
        follow(account, messages, AccountIndex::remove);
    }

    /** What follows an action on messages of one folder. */
    @FunctionalInterface
    private interface Following {
        void on(AccountIndex index, FolderPath folder, long uidValidity, long[] uids) throws IOException;
    }

    private void follow(AccountId account, List<MessageRef> messages, Following action) {
        record Place(FolderPath folder, long uidValidity) {}
        Map<Place, List<MessageRef>> places =
                messages.stream().collect(groupingBy(each -> new Place(each.folder(), each.uidValidity())));
        try {
            places.forEach((place, refs) -> indexes.use(account, index -> {
                long[] uids = refs.stream().mapToLong(MessageRef::uid).sorted().toArray();
                action.on(index, place.folder(), place.uidValidity(), uids);
                return true;
            }));
        } catch (IndexOff off) {
            LOG.log(Level.FINE, "the index does not follow an action", off);
        }
    }

    /** Keeps preview lines, by UID. */
    public void preview(AccountId account, FolderPath folder, long uidValidity, Map<Long, String> lines) {}

    /** Makes texts of messages searchable, by UID; they can't be read again. */
    public void text(AccountId account, FolderPath folder, long uidValidity, Map<Long, String> texts) {}

    /** At most so many UIDs of messages whose text was never given, newest first. */
    public long[] withoutText(AccountId account, FolderPath folder, int most) {
        return new long[0];
    }

    /** At most so many UIDs of messages that have no preview line, newest first. */
    public long[] withoutPreview(AccountId account, FolderPath folder, int most) {
        return new long[0];
    }

    /**
     * Says how far a folder is indexed, by what was written before; becomes durable together with it.
     *
     * @param complete whether all of the folder's messages are indexed as of this state
     * @throws IndexOff if something of what was written since the folder was last asked for with {@link #known} is lost
     */
    public void synced(AccountId account, SyncState state, boolean complete) {
        indexes.use(account, index -> {
            index.synced(state, complete);
            index.refresh();
            return null;
        });
    }

    /** Forgets a folder that is gone, or whose UIDVALIDITY is another now. */
    public void forget(AccountId account, FolderPath folder) {
        indexes.use(account, index -> {
            index.forget(folder);
            return null;
        });
    }

    /** Forgets all folders but these. */
    public void forgetOthers(AccountId account, Set<FolderPath> folders) {}

    /** Sets folders apart whose messages count in no conversation but in their own lists: junk and trash. */
    public void setApart(AccountId account, Set<FolderPath> folders) {}

    /** Deletes all that is kept of an account. */
    public void delete(AccountId account) {}
}
