package oriel.mailbox;

import java.util.List;
import java.util.function.Consumer;
import oriel.mail.MessageRef;

/**
 * How far work on all messages of a folder has come.
 *
 * @param done how many messages it was done to
 * @param left how many remain
 * @param upTo the highest UID that it is for: what arrives later was not meant
 */
public record FolderWork(int done, int left, long upTo) {

    /** Few enough for a server to answer soon, so that progress is seen and a cancel is heeded. */
    private static final int BATCH = 500;

    /**
     * Works on messages batch by batch, the oldest first, for as long as it may.
     *
     * @param messages newest first, as a search finds them
     * @param upTo from an earlier step; {@link Long#MAX_VALUE} for the first
     */
    static FolderWork on(List<MessageRef> messages, long upTo, Progress progress, Consumer<List<MessageRef>> work) {
        List<MessageRef> meant =
                messages.stream().filter(each -> each.uid() <= upTo).toList().reversed();
        int total = meant.size();
        long last = total == 0 ? 0 : meant.getLast().uid();
        int done = 0;
        while (done < total && progress.goesOn(done, total)) {
            int end = Math.min(done + BATCH, total);
            work.accept(List.copyOf(meant.subList(done, end)));
            done = end;
        }
        return new FolderWork(done, total - done, last);
    }
}
