package oriel.index;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oriel.mail.SyncState;

/**
 * What is indexed of a folder.
 *
 * @param state how far the folder had come when it was last told to be {@link MessageIndex#synced}; null if it never was
 * @param uids of the messages that are indexed, ascending; the caller's to keep
 * @param complete whether all messages were indexed then
 * @param turn of whoever asked, for as long as nobody else does
 */
public record Known(@Nullable SyncState state, long[] uids, boolean complete, long turn) {

    /** How far the folder had come; empty if nothing is known of it. */
    public Optional<SyncState> position() {
        return Optional.ofNullable(state);
    }
}
