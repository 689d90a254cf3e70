package oriel.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oriel.mail.AccountId;
import oriel.mail.Folder;
import oriel.mail.FolderPath;
import oriel.mail.Marked;
import oriel.mail.SpecialUse;
import oriel.mail.Summary;
import oriel.mail.SyncState;
import oriel.mail.SyncStore;

/**
 * Brings what is indexed of a folder up to what the server has, in steps of one or two short commands: which messages there
 * are by their UIDs, heads of the missing ones newest first, and flags: what changed since (CONDSTORE, RFC 7162), or
 * else window by window. Where it stopped, be it by force, it goes on from what the index holds.
 */
final class FolderFollower {

    private static final int FIRST = 100;
    private static final int BATCH = 500;
    private static final int WINDOW = 2_000;

    private final AccountId account;
    private final MessageIndex index;
    private final SyncStore server;
    private final SyncTimes times;
    private final Consumer<FolderPath> changed;
    private final SummariesAhead ahead;
    private final OwnMarks own = new OwnMarks();
    private final Map<FolderPath, Round> rounds = new HashMap<>();
    private final Map<FolderPath, Long> swept = new HashMap<>();

    /** A comparison under way. */
    private static final class Round {
        private final SyncState state;
        private final boolean wasComplete;
        private final long[] known;
        private final long since;
        private final long[] missing;
        private final long turn;
        private int left;
        private int markFrom;
        private int markTo;
        private boolean changed;

        Round(SyncState state, Known before, long[] known, long[] missing) {
            this.state = state;
            this.wasComplete = before.complete();
            this.known = known;
            this.since = before.position().map(SyncState::modSeq).orElse(-1L);
            this.turn = before.turn();
            this.missing = missing;
            this.left = missing.length;
        }

        boolean tellsFlags() {
            return state.modSeq() >= 0 && since >= 0;
        }

        /** The UIDs of the next batch; of the first one few, because somebody waits to see them. */
        long[] next() {
            int size = left == missing.length ? FIRST : BATCH;
            return Arrays.copyOfRange(missing, Math.max(0, left - size), left);
        }

        boolean hasMore() {
            return left > 0 || markTo > markFrom;
        }
    }

    /** @param changed told when lists of a folder that was known as a whole before, or is now, have changed */
    FolderFollower(
            AccountId account, MessageIndex index, SyncStore server, SyncTimes times, Consumer<FolderPath> changed) {
        this.account = account;
        this.index = index;
        this.server = server;
        this.ahead = new SummariesAhead(server);
        this.times = times;
        this.changed = changed;
    }

    OwnMarks own() {
        return own;
    }

    boolean isUnderWay(FolderPath folder) {
        return rounds.containsKey(folder);
    }

    /** Leaves the connection to whatever else is to be asked. */
    void rest() {
        ahead.rest();
    }

    /** The comparison begins anew next time. */
    void abandon(FolderPath folder) {
        rounds.remove(folder);
    }

    void forget(FolderPath folder) {
        rounds.remove(folder);
        index.forget(account, folder);
    }

    /** Learns which folders there are: forgets all others of one's own, and keeps junk and trash out of conversations. */
    void keep(List<Folder> folders) {
        index.forgetOthers(account, folders.stream().map(Folder::path).collect(Collectors.toSet()));
        index.setApart(
                account,
                folders.stream()
                        .filter(each -> each.use() == SpecialUse.JUNK || each.use() == SpecialUse.TRASH)
                        .map(Folder::path)
                        .collect(Collectors.toSet()));
    }

    /** Goes on with a folder; true if there is more to do. */
    boolean step(FolderPath folder) {
        Round round = rounds.get(folder);
        if (round == null || round.left == 0) {
            rest();
        }
        if (round == null) {
            round = begin(folder);
            if (round == null) {
                return false;
            }
            rounds.put(folder, round);
        } else if (round.left > 0) {
            add(folder, round);
        } else {
            mark(folder, round);
        }
        if (round.hasMore()) {
            return true;
        }
        rounds.remove(folder);
        finish(folder, round);
        return false;
    }

    private @Nullable Round begin(FolderPath folder) {
        SyncState now = server.state(folder);
        if (index.complete(account, folder).filter(now::equals).isPresent() && !isSweepDue(folder, now)) {
            return null;
        }
        Known known = index.known(account, folder);
        @Nullable SyncState before = known.state();
        if (before == null ? known.uids().length > 0 : before.uidValidity() != now.uidValidity()) {
            index.forget(account, folder);
            known = index.known(account, folder);
            before = null;
        }
        boolean sameMessages = known.complete()
                && before != null
                && before.messages() == now.messages()
                && before.uidNext() == now.uidNext();
        long[] there = sameMessages ? known.uids() : server.uids(folder, now.uidValidity());
        long[] gone = Uids.without(known.uids(), there);
        if (gone.length > 0) {
            index.remove(account, folder, now.uidValidity(), gone);
        }
        long[] missing = Uids.without(there, known.uids());
        long[] kept = gone.length > 0 ? Uids.without(known.uids(), gone) : known.uids();
        Round round = new Round(now, known, kept, missing);
        round.changed = gone.length > 0;
        round.markTo = kept.length;
        round.markFrom = kept.length - marksToCompare(folder, round, before);
        if (missing.length > 0) {
            add(folder, round);
        }
        return round;
    }

    /** How many of the newest messages' flags may have changed. */
    private int marksToCompare(FolderPath folder, Round round, @Nullable SyncState before) {
        if (before == null) {
            return 0;
        }
        int all = round.known.length;
        if (round.tellsFlags()) {
            return round.state.modSeq() == round.since ? 0 : all;
        }
        boolean every = before.unseen() != round.state.unseen() || isSweepDue(folder, round.state);
        return every ? all : Math.min(all, WINDOW);
    }

    private boolean isSweepDue(FolderPath folder, SyncState state) {
        Long last = swept.get(folder);
        return state.modSeq() < 0
                && (last == null || System.nanoTime() - last > times.sweep().toNanos());
    }

    private void add(FolderPath folder, Round round) {
        boolean first = round.left == round.missing.length;
        long[] uids = round.next();
        List<Summary> batch = ahead.take(folder, round.state.uidValidity(), uids);
        round.left -= uids.length;
        if (round.left > 0) {
            // The server is at the next ones while these are indexed.
            ahead.read(folder, round.state.uidValidity(), round.next());
        }
        index.addMissing(account, folder, round.turn, batch);
        round.changed = true;
        if (first && !round.wasComplete) {
            // From here on, flags that change are asked for by this state.
            index.synced(account, round.state, false);
        }
    }

    private void mark(FolderPath folder, Round round) {
        int from = round.tellsFlags() ? round.markFrom : Math.max(round.markFrom, round.markTo - WINDOW);
        round.changed |= mark(
                folder,
                round.state.uidValidity(),
                round.known[from],
                round.known[round.markTo - 1],
                round.tellsFlags() ? round.since : -1);
        round.markTo = from;
    }

    private boolean mark(FolderPath folder, long uidValidity, long lowest, long highest, long since) {
        return own.compare(() -> {
            List<Marked> marked = server.marks(folder, uidValidity, lowest, highest, since);
            return () -> index.mark(account, folder, uidValidity, marked);
        });
    }

    private void finish(FolderPath folder, Round round) {
        if (round.markFrom == 0) {
            swept.put(folder, System.nanoTime());
        }
        index.synced(account, round.state, true);
        if (round.changed || !round.wasComplete) {
            changed.accept(folder);
        }
    }

    /** Compares the flags of rows that somebody sees, where the server does not tell what has changed. */
    void look(FolderPath folder, long lowest, long highest) {
        rest();
        Optional<SyncState> state = index.complete(account, folder).filter(known -> known.modSeq() < 0);
        // Sorted by something else they lie too far apart; the next sweep finds them.
        boolean near = highest - lowest <= WINDOW;
        if (near && state.isPresent() && mark(folder, state.get().uidValidity(), lowest, highest, -1)) {
            changed.accept(folder);
        }
    }
}
