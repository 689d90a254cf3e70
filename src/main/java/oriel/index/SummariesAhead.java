package oriel.index;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.Summary;
import oriel.mail.SyncStore;

/**
 * Reads heads of messages from the server while others are indexed: one batch ahead, and never two at a time. Used by the one
 * thread that follows an account.
 */
final class SummariesAhead {

    private static final Executor VIRTUAL =
            task -> Thread.ofVirtual().name("index-ahead").start(task);

    private final SyncStore server;
    private @Nullable Batch batch;

    SummariesAhead(SyncStore server) {
        this.server = server;
    }

    private record Batch(FolderPath folder, long uidValidity, long[] uids, CompletableFuture<List<Summary>> read) {

        boolean is(FolderPath otherFolder, long otherValidity, long[] otherUids) {
            return folder.equals(otherFolder) && uidValidity == otherValidity && Arrays.equals(uids, otherUids);
        }
    }

    /** Begins to read these. */
    void read(FolderPath folder, long uidValidity, long[] uids) {
        rest();
        batch = new Batch(
                folder,
                uidValidity,
                uids,
                CompletableFuture.supplyAsync(() -> server.summaries(folder, uidValidity, uids), VIRTUAL));
    }

    /**
     * Waits for these, or reads them if they were not read ahead.
     *
     * @throws MailException as {@link SyncStore#summaries}
     */
    List<Summary> take(FolderPath folder, long uidValidity, long[] uids) {
        Batch taken = batch;
        rest();
        batch = null;
        return taken == null
                        || !taken.is(folder, uidValidity, uids)
                        || taken.read().isCompletedExceptionally()
                ? server.summaries(folder, uidValidity, uids)
                : taken.read().join();
    }

    /** Waits until nothing is read, so that the connection is free. */
    void rest() {
        if (batch != null) {
            batch.read().handle((read, trouble) -> read).join();
        }
    }
}
