package oriel.index;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.lucene.store.FSDirectory;
import oriel.account.IndexConfig;
import oriel.account.IndexedTexts;
import oriel.mail.AccountId;
import oriel.mail.FolderPath;

/** Indexes for tests. */
final class Indexes {

    private static final long MEGABYTE = 1L << 20;

    private Indexes() {}

    static IndexConfig config(Path folder, boolean enabled) {
        return new IndexConfig(
                enabled,
                folder.resolve("index"),
                1_000 * MEGABYTE,
                Duration.ofMinutes(10),
                100,
                64 * MEGABYTE,
                IndexedTexts.NONE);
    }

    static MessageIndex in(Path folder) {
        return in(folder, FSDirectory::open);
    }

    static MessageIndex in(Path folder, Disk disk) {
        return new MessageIndex(config(folder, true), disk, System::nanoTime);
    }

    /** All messages of one of Ada's conversations, oldest first. */
    static List<Row> conversation(MessageIndex index, long id, FolderPath folder) {
        return new IndexedConversations(index)
                .window(new AccountId("ada@oriel.test"), id, folder, 0, Integer.MAX_VALUE)
                .rows()
                .reversed();
    }
}
