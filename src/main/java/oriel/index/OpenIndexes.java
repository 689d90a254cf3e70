package oriel.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import oriel.account.IndexConfig;
import oriel.mail.AccountId;

/** The indexes that are open, a bounded number of them. */
final class OpenIndexes {

    private static final Logger LOG = Logger.getLogger(OpenIndexes.class.getName());

    /** One part of so many is spared for what lists need. */
    private static final int SPARED = 5;

    private final IndexConfig config;
    private final IndexFolder folder;
    private final Disk disk;
    private final LongSupplier nanos;
    private final Map<AccountId, Slot> slots = new ConcurrentHashMap<>();
    private volatile boolean full;
    private volatile boolean crowded;

    OpenIndexes(IndexConfig config, IndexFolder folder, Disk disk, LongSupplier nanos) {
        this.config = config;
        this.folder = folder;
        this.disk = disk;
        this.nanos = nanos;
    }

    /**
     * Uses an account's index.
     *
     * @param make whether it is made if there is none
     * @return null if there is none
     * @throws IndexOff if it can't be used now
     */
    <T> @Nullable T use(AccountId account, boolean make, Slot.Use<T> use) {
        Slot slot = slot(account);
        while (slot.gone()) {
            slots.remove(account, slot);
            slot = slot(account);
        }
        return slot.use(make, use);
    }

    private Slot slot(AccountId account) {
        return slots.computeIfAbsent(account, key -> new Slot(folder.of(key), disk, nanos));
    }

    /** Makes visible what was written. */
    void refresh() {
        slots.values()
                .forEach(slot -> slot.ifOpen(index -> {
                    index.refresh();
                    return null;
                }));
    }

    /** Makes durable what was written. */
    void commit() {
        slots.values()
                .forEach(slot -> slot.ifOpen(index -> {
                    index.commit();
                    return null;
                }));
    }

    /** Closes what nobody used for a while, and of the rest what is too much. */
    void closeIdle() {
        Duration idle = config.idle();
        List<Map.Entry<AccountId, Slot>> oldest = slots.entrySet().stream()
                .sorted(Comparator.comparingLong(each -> each.getValue().lastUsed()))
                .toList();
        long open = oldest.stream().filter(each -> each.getValue().isOpen()).count();
        for (Map.Entry<AccountId, Slot> each : oldest) {
            Slot slot = each.getValue();
            boolean unused = nanos.getAsLong() - slot.lastUsed() > idle.toNanos();
            if ((unused || open > config.open()) && slot.closeUnused()) {
                open--;
                slots.remove(each.getKey(), slot);
                used(each.getKey());
            }
        }
    }

    private void used(AccountId account) {
        try {
            folder.used(account);
        } catch (IOException e) {
            LOG.log(Level.FINE, "An index has no folder", e);
        }
    }

    /** Deletes the indexes that were not used for longest until the rest is small enough; none that is open. */
    void makeRoom() throws IOException {
        List<IndexFolder.Kept> kept = folder.kept();
        long bytes = kept.stream().mapToLong(IndexFolder.Kept::bytes).sum();
        for (IndexFolder.Kept each : kept) {
            if (bytes > config.size() && !isOpen(each.folder())) {
                IndexFolder.delete(each.folder());
                bytes -= each.bytes();
            }
        }
        boolean tooMuch = bytes > config.size();
        if (tooMuch && !full) {
            LOG.warning("The indexes are as big as oriel.index.size allows: nothing is added to them for now");
        }
        full = tooMuch;
        // What is closed goes first when more room is needed.
        long open = kept.stream()
                .filter(each -> isOpen(each.folder()))
                .mapToLong(IndexFolder.Kept::bytes)
                .sum();
        crowded = full || open > config.size() - config.size() / SPARED;
    }

    private boolean isOpen(Path index) {
        return slots.values().stream().anyMatch(slot -> slot.folder().equals(index) && slot.isOpen());
    }

    /** Whether no more may be added now. */
    boolean full() {
        return full;
    }

    /** Whether no texts may be added now, so that there is room for what lists need. */
    boolean crowded() {
        return crowded;
    }

    void delete(AccountId account) throws IOException {
        slot(account).delete();
    }

    /** Closes all without losing anything. */
    void close() {
        slots.values().forEach(Slot::closeUsed);
        slots.clear();
    }
}
