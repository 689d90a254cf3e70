package oriel.mailbox.web;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import java.util.Arrays;
import java.util.stream.LongStream;
import oriel.ui.JsonBuilders;

/** UIDs as runs without gaps, as those of a whole folder mostly are. */
final class UidRuns {

    private final LongStream.Builder uids = LongStream.builder();

    void add(long uid) {
        uids.add(uid);
    }

    /** For each run its first UID and how many follow it, one behind the other. */
    JsonArray json() {
        long[] sorted = uids.build().toArray();
        Arrays.sort(sorted);
        JsonArrayBuilder runs = JsonBuilders.array();
        int first = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i + 1 == sorted.length || sorted[i + 1] != sorted[i] + 1) {
                runs.add(sorted[first]).add(i - first);
                first = i + 1;
            }
        }
        return runs.build();
    }
}
