package oriel.imap;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import oriel.mail.FolderPath;

/** What is watched of one account: its inbox and the folder that is looked at, while it is open in a browser. */
final class AccountWatch {

    private final Function<FolderPath, WatchedFolder> watched;
    private final Map<FolderPath, WatchedFolder> running = new HashMap<>();
    private FolderPath viewed = FolderPath.INBOX;
    private int pages;
    private boolean signedIn;

    /** @param watched makes the watch of a folder, which is not started yet */
    AccountWatch(Function<FolderPath, WatchedFolder> watched) {
        this.watched = watched;
    }

    /** One more page wants to hear. */
    synchronized void begin() {
        pages++;
        signedIn = true;
        adjust();
    }

    /** One page fewer; {@link #adjust} has to follow. */
    synchronized void end() {
        pages = Math.max(0, pages - 1);
    }

    synchronized void view(FolderPath folder) {
        viewed = folder;
        signedIn = true;
        adjust();
    }

    /** Ends all watching, though there may be pages that were not closed. */
    synchronized void signedOut() {
        signedIn = false;
        viewed = FolderPath.INBOX;
        adjust();
    }

    synchronized boolean isUnused() {
        return pages == 0;
    }

    /** Begins and ends watches, as it should be now. */
    synchronized void adjust() {
        Set<FolderPath> wanted = new HashSet<>();
        if (pages > 0 && signedIn) {
            wanted.add(FolderPath.INBOX);
            wanted.add(viewed);
        }
        for (FolderPath each : Set.copyOf(running.keySet())) {
            if (!wanted.contains(each)) {
                running.remove(each).stop();
            }
        }
        for (FolderPath each : wanted) {
            if (!running.containsKey(each)) {
                WatchedFolder begun = watched.apply(each);
                running.put(each, begun);
                begun.start();
            }
        }
    }
}
