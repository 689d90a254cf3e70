package oriel.index;

import java.time.Duration;

/**
 * How often and how long.
 *
 * @param round every folder is compared once in this time while somebody looks
 * @param attention for how long after the last look somebody counts as looking
 * @param sweep the flags of a whole folder are compared this often where the server tells of no changes
 * @param firstPause after trouble; doubles with each further one
 * @param longestPause between two attempts
 * @param rest between two steps of what nobody waits for; at least as long as the step took
 */
record SyncTimes(
        Duration round, Duration attention, Duration sweep, Duration firstPause, Duration longestPause, Duration rest) {

    static final SyncTimes USUAL = new SyncTimes(
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofMinutes(10),
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            Duration.ofMillis(100));
}
