package oriel.push;

import java.util.Map;
import java.util.Set;

/** What carries a message to pages. */
interface Wire {

    /** Sends to every open page of these; never throws, and does not wait for the pages. */
    void send(Map<String, String> message, Set<Listener> listeners);
}
