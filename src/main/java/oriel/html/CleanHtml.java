package oriel.html;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * HTML that is safe to show, and what it lost.
 *
 * @param html a body fragment, with the filtered style elements first
 * @param blocked how many references to remote images were taken out
 * @param blockedHosts the hosts these would have been loaded from
 * @param trackers who learns from images that the message was read: services by name, others by host
 * @param usedContentIds the Content-IDs that the HTML shows as images
 * @param cut true if the HTML was over a limit and its end is missing
 */
public record CleanHtml(
        String html,
        int blocked,
        SortedSet<String> blockedHosts,
        SortedSet<String> trackers,
        Set<String> usedContentIds,
        boolean cut) {
    public CleanHtml {
        blockedHosts = Collections.unmodifiableSortedSet(new TreeSet<>(blockedHosts));
        trackers = Collections.unmodifiableSortedSet(new TreeSet<>(trackers));
        usedContentIds = Set.copyOf(usedContentIds);
    }
}
