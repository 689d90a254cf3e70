package oriel.imap;

import java.util.ArrayList;
import java.util.List;
import oriel.mail.MessageRef;

/** Sets of UIDs as commands name them: {@code 1:4,7} (sequence-set of RFC 3501 section 9). */
final class UidSets {

    /** Servers limit how long a command may be; this stays below 8,000 characters. */
    private static final int MOST_RANGES = 300;

    private UidSets() {}

    /** The messages' UIDs, in as many sets as it takes, each short enough for a command. */
    static List<String> of(List<MessageRef> messages) {
        return of(
                messages.stream().mapToLong(MessageRef::uid).sorted().distinct().toArray());
    }

    /** The same of UIDs in ascending order. */
    static List<String> of(long[] uids) {
        List<String> sets = new ArrayList<>();
        List<String> ranges = new ArrayList<>();
        for (int first = 0; first < uids.length; ) {
            int last = first;
            while (last + 1 < uids.length && uids[last + 1] == uids[last] + 1) {
                last++;
            }
            ranges.add(first == last ? String.valueOf(uids[first]) : uids[first] + ":" + uids[last]);
            first = last + 1;
            if (ranges.size() == MOST_RANGES || first == uids.length) {
                sets.add(String.join(",", ranges));
                ranges.clear();
            }
        }
        return sets;
    }

    /** The UIDs of a set in the order in which it names them; empty if there would be more than {@code most}. */
    static List<Long> parse(String set, int most) {
        List<Long> uids = new ArrayList<>();
        for (String range : set.split(",")) {
            String[] ends = range.split(":", 2);
            long first = Long.parseLong(ends[0]);
            long last = Long.parseLong(ends[ends.length - 1]);
            if (Math.abs(last - first) >= most - uids.size()) {
                return List.of();
            }
            for (long uid = Math.min(first, last); uid <= Math.max(first, last); uid++) {
                uids.add(uid);
            }
        }
        return uids;
    }
}
