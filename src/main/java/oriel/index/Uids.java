package oriel.index;

import java.util.Arrays;

/** Sets of UIDs as arrays in ascending order. */
final class Uids {

    private Uids() {}

    /** Those of the first that are not in the second. */
    static long[] without(long[] all, long[] others) {
        if (all == others) {
            return new long[0];
        }
        long[] left = new long[all.length];
        int count = 0;
        int other = 0;
        for (long uid : all) {
            while (other < others.length && others[other] < uid) {
                other++;
            }
            if (other == others.length || others[other] != uid) {
                left[count++] = uid;
            }
        }
        return Arrays.copyOf(left, count);
    }
}
