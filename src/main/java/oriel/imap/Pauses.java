package oriel.imap;

import java.time.Duration;

/** How long to wait before the next attempt: twice as long each time, so that a server in trouble is not stormed. */
final class Pauses {

    private final Duration first;
    private final Duration longest;
    private Duration next;

    Pauses(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    Duration next() {
        Duration pause = next;
        Duration twice = next.multipliedBy(2);
        next = twice.compareTo(longest) < 0 ? twice : longest;
        return pause;
    }

    /** The last attempt worked for a while; whatever ends after long enough has nothing to do with the trouble before. */
    void lasted(Duration time) {
        if (time.compareTo(longest) >= 0) {
            next = first;
        }
    }

    void reset() {
        next = first;
    }
}
