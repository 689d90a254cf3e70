package oriel.imap;

import java.time.Duration;

/**
 * How patiently folders are watched.
 *
 * @param quiet how long requests have the connections to themselves before a watch comes back
 * @param refresh how long one IDLE lasts at most: below the 9 minutes of Outlook.com and the memory of most firewalls
 * @param patience how long the server may take to end an IDLE before it counts as dead
 * @param look how often a folder is looked at that cannot be listened to
 * @param linger how long watching goes on after the last page was closed, which may only be loading anew
 * @param firstPause before the first attempt after trouble; each further one is twice as long
 * @param longestPause between attempts
 * @param refused between attempts after the server took the credentials and did not open the mailbox
 */
record WatchTimes(
        Duration quiet,
        Duration refresh,
        Duration patience,
        Duration look,
        Duration linger,
        Duration firstPause,
        Duration longestPause,
        Duration refused) {

    static final WatchTimes USUAL = new WatchTimes(
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5));
}
