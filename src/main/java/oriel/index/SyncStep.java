package oriel.index;

import org.jspecify.annotations.Nullable;
import oriel.mail.FolderPath;

/**
 * One short piece of work of {@link AccountSync}: a folder is compared, or the flags of rows are, or what comes without either.
 *
 * @param texts whether texts are read; false if folders are listed
 */
record SyncStep(@Nullable FolderPath folder, @Nullable Looked rows, boolean texts) {

    static final SyncStep LIST = new SyncStep(null, null, false);
    static final SyncStep TEXTS = new SyncStep(null, null, true);

    /** Rows that somebody sees. */
    record Looked(FolderPath folder, long lowest, long highest) {}

    static SyncStep of(FolderPath folder) {
        return new SyncStep(folder, null, false);
    }

    static SyncStep of(Looked rows) {
        return new SyncStep(null, rows, false);
    }
}
