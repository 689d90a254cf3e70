package oriel.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;

/** What the documents of an older reader are called by a newer one, as far as their segments are still there. */
final class Renumbered {

    private final int[] bases;
    private final int[] moved;
    private final Bits[] live;
    private final boolean same;
    private int segment;

    /**
     * @param leaves the newer reader's
     * @param before the older reader's segments
     * @param now the newer reader's, leaf by leaf
     */
    Renumbered(List<LeafReaderContext> leaves, List<ViewPatch.Segment> before, List<ViewPatch.Segment> now) {
        Map<Object, Integer> places = new HashMap<>();
        for (int i = 0; i < now.size(); i++) {
            places.put(now.get(i).key(), i);
        }
        bases = before.stream().mapToInt(ViewPatch.Segment::base).toArray();
        moved = new int[before.size()];
        live = new Bits[before.size()];
        boolean allSame = true;
        for (int i = 0; i < moved.length; i++) {
            Integer place = places.get(before.get(i).key());
            boolean gone = place == null;
            live[i] =
                    gone ? new Bits.MatchNoBits(0) : leaves.get(place).reader().getLiveDocs();
            moved[i] = gone ? 0 : now.get(place).base() - before.get(i).base();
            allSame &= !gone
                    && moved[i] == 0
                    && now.get(place).live() == before.get(i).live();
        }
        same = allSame;
    }

    /** Whether nothing went and all numbers are what they were. */
    boolean isSame() {
        return same;
    }

    /** The number of a document now; -1 if it is gone. */
    int now(int doc) {
        // Neighbours in a list mostly lie in the same segment.
        if (doc < bases[segment] || segment + 1 < bases.length && doc >= bases[segment + 1]) {
            int found = Arrays.binarySearch(bases, doc);
            segment = found >= 0 ? found : -found - 2;
        }
        Bits left = live[segment];
        boolean isLeft = left == null || left.length() > 0 && left.get(doc - bases[segment]);
        return isLeft ? doc + moved[segment] : -1;
    }
}
