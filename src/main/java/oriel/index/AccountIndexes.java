package oriel.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import oriel.account.IndexConfig;
import oriel.mail.AccountId;

/** The indexes of all accounts and what they need to live; none at all if they are switched off. */
final class AccountIndexes implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(AccountIndexes.class.getName());

    private final @Nullable IndexFolder folder;
    private final @Nullable OpenIndexes indexes;
    private final @Nullable Upkeep upkeep;

    AccountIndexes(IndexConfig config, Disk disk, LongSupplier nanos) {
        folder = config.enabled() ? take(config) : null;
        indexes = folder == null ? null : new OpenIndexes(config, folder, disk, nanos);
        upkeep = indexes == null ? null : new Upkeep(indexes);
    }

    private static @Nullable IndexFolder take(IndexConfig config) {
        try {
            return IndexFolder.take(config.folder());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Lists come from the servers, because oriel.index.directory can''t be used: {0}", e);
            return null;
        }
    }

    /** Closes all that is open, without losing anything. */
    @Override
    public void close() {
        try {
            if (indexes != null && upkeep != null && folder != null) {
                upkeep.close();
                indexes.close();
                folder.close();
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "The folder of the indexes could not be left", e);
        }
    }

    void commit() {
        if (indexes != null) {
            indexes.commit();
        }
    }

    void makeRoom() {
        try {
            if (indexes != null) {
                indexes.makeRoom();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IndexOff if all of them together are as big as they may be */
    void checkRoom() {
        if (indexes != null && indexes.full()) {
            throw new IndexOff("the indexes are as big as they may be");
        }
    }

    boolean hasRoomForTexts() {
        return indexes != null && !indexes.crowded();
    }

    void delete(AccountId account) {
        try {
            if (indexes != null) {
                indexes.delete(account);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "An index could not be deleted: {0}", e.toString());
        }
    }

    @FunctionalInterface
    interface Reading<T> {
        T of(AccountIndex index, IndexSearcher searcher) throws IOException;
    }

    /** Asks an account's index; what can't be asked answers otherwise. */
    <T> T read(AccountId account, T otherwise, Reading<T> reading) {
        return quietly(otherwise, () -> {
            T read = indexes == null
                    ? null
                    : indexes.use(account, false, index -> index.read(searcher -> reading.of(index, searcher)));
            return read == null ? otherwise : read;
        });
    }

    /** Corrects an account's index if there is one; false if it can't be. */
    boolean correct(AccountId account, Slot.Use<Boolean> correction) {
        return quietly(false, () -> indexes != null && Boolean.TRUE.equals(indexes.use(account, false, correction)));
    }

    /** Trouble was logged and dealt with where it was met. */
    private static <T> T quietly(T otherwise, Supplier<T> task) {
        try {
            return task.get();
        } catch (IndexOff e) {
            return otherwise;
        }
    }

    /** Writes to an account's index. */
    <T> T write(AccountId account, Slot.Use<T> use) {
        T result = indexes == null ? null : indexes.use(account, true, use);
        if (result == null) {
            throw new IndexOff("the index is switched off");
        }
        return result;
    }

    /** Something that is written to an open index. */
    @FunctionalInterface
    interface Change {
        void to(AccountIndex index) throws IOException;
    }

    /** Writes to an account's index. */
    void change(AccountId account, Change change) {
        write(account, index -> {
            change.to(index);
            return true;
        });
    }
}
