package oriel.account;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the copies of the mailboxes' heads are kept on local disk; immutable, checked when the application starts.
 *
 * @param enabled whether there are any
 * @param folder the folder they lie in; made if it does not exist
 * @param size bytes that all of them may take; those that nobody used for longest go first
 * @param idle after which an account's index is closed
 * @param open how many accounts' indexes are open at most, while nobody waits for more
 * @param views bytes of memory for lists in their order, for all accounts together
 * @param texts of which messages the texts are indexed too
 */
public record IndexConfig(
        boolean enabled, Path folder, long size, Duration idle, int open, long views, IndexedTexts texts) {}
