package oriel.index;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import oriel.mail.FolderPath;

/** The folders that were asked for since an index last lost something, and by whom at last. */
final class Followed {

    private final Map<FolderPath, Long> turns = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();

    /** @return whose turn it is now, and nobody else's */
    long next(FolderPath folder) {
        long turn = last.incrementAndGet();
        turns.put(folder, turn);
        return turn;
    }

    /** @throws IndexOff if somebody has asked for the folder since, or the index has lost something */
    void require(FolderPath folder, long turn) {
        if (!Long.valueOf(turn).equals(turns.get(folder))) {
            throw new IndexOff("the folder has to be asked for again");
        }
    }

    /** @throws IndexOff if the index may have lost something since the folder was asked for */
    void require(FolderPath folder) {
        if (!turns.containsKey(folder)) {
            throw new IndexOff("the folder has to be asked for again");
        }
    }

    /** The index has lost something. */
    void clear() {
        turns.clear();
    }
}
