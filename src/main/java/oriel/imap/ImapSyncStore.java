package oriel.imap;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import oriel.mail.Body;
import oriel.mail.FolderPath;
import oriel.mail.Marked;
import oriel.mail.Summary;
import oriel.mail.SyncState;
import oriel.mail.SyncStore;

/**
 * One mailbox, followed with connections that nobody needs at the moment. What takes long is done piece by piece, and
 * between two pieces whoever waits gets the connection.
 */
final class ImapSyncStore implements SyncStore {

    private static final int MOST_SUMMARIES = 500;
    private static final int MOST_TEXTS = 100;

    /** UIDs have 32 bits (RFC 3501 section 2.3.1.1). */
    private static final long HIGHEST_UID = 0xFFFF_FFFFL;

    private static final int SUMMARIES = 100;
    private static final int TEXTS = 50;
    private static final long MARKS = 5_000;

    private final Supplier<ImapPool> pool;
    private final ImapCommands commands;

    /** @param pool the mailbox's pool now */
    ImapSyncStore(Supplier<ImapPool> pool, ImapCommands commands) {
        this.pool = pool;
        this.commands = commands;
    }

    /** A command on a folder that is what it was. */
    @FunctionalInterface
    private interface Command<T> {
        T on(OpenFolder folder) throws MessagingException;
    }

    private <T> T run(FolderPath folder, long uidValidity, Command<T> command) {
        return pool.get().runInBackground(folder, connection -> command.on(connection.open(folder, uidValidity)));
    }

    @Override
    public SyncState state(FolderPath folder) {
        return pool.get().runInBackground(folder, connection -> FolderState.visible(connection, folder));
    }

    @Override
    public long[] uids(FolderPath folder, long uidValidity) {
        return run(folder, uidValidity, commands.listUids::list);
    }

    @Override
    public List<Summary> summaries(FolderPath folder, long uidValidity, long[] uids) {
        requireAscending(uids, MOST_SUMMARIES);
        List<Summary> rows = new ArrayList<>(uids.length);
        Pace pace = new Pace(SUMMARIES);
        for (int end = uids.length; end > 0; ) {
            int start = (int) Math.max(0, end - pace.next());
            long[] some = Arrays.copyOfRange(uids, start, end);
            rows.addAll(run(folder, uidValidity, open -> commands.fetchSummaries.fetch(open, some)));
            end = start;
        }
        return rows;
    }

    @Override
    public List<Marked> marks(FolderPath folder, long uidValidity, long lowest, long highest, long since) {
        List<Marked> marks = new ArrayList<>();
        Pace pace = new Pace(since > 0 ? HIGHEST_UID : MARKS);
        long end = Math.min(highest, HIGHEST_UID);
        for (long start = Math.max(1, lowest); start <= end; ) {
            long first = start;
            long last = Math.min(end, start + pace.next() - 1);
            marks.addAll(run(folder, uidValidity, open -> commands.fetchFlags.fetch(open, first, last, since)));
            start = last + 1;
        }
        return marks;
    }

    @Override
    public Map<Long, Body> texts(FolderPath folder, long uidValidity, long[] uids, int bytes) {
        long[] ordered = uids.clone();
        Arrays.sort(ordered);
        requireAscending(ordered, MOST_TEXTS);
        Map<Long, Body> texts = new HashMap<>();
        for (int start = 0; start < ordered.length; start += TEXTS) {
            long[] some = Arrays.copyOfRange(ordered, start, Math.min(ordered.length, start + TEXTS));
            texts.putAll(run(folder, uidValidity, open -> commands.fetchTexts.fetch(open, some, bytes)));
        }
        return texts;
    }

    private static void requireAscending(long[] uids, int most) {
        boolean ascending = true;
        for (int i = 0; i < uids.length; i++) {
            ascending &= uids[i] > (i == 0 ? 0 : uids[i - 1]);
        }
        if (!ascending || uids.length > most) {
            throw new IllegalArgumentException("at most " + most + " UIDs, each once, in ascending order");
        }
    }
}
