package oriel.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.store.FSDirectory;
import oriel.mail.AccountId;

/** The indexes that are open. */
final class OpenIndexes {

    private final Path folder;
    private final Map<AccountId, AccountIndex> open = new ConcurrentHashMap<>();

    OpenIndexes(Path folder) {
        this.folder = folder;
    }

    @FunctionalInterface
    interface Use<T> {
        T of(AccountIndex index) throws IOException;
    }

    <T> T use(AccountId account, Use<T> use) {
        try {
            AccountIndex index = open.get(account);
            if (index == null) {
                index = AccountIndex.open(FSDirectory.open(folder.resolve(Integer.toHexString(account.hashCode()))));
                open.put(account, index);
            }
            return use.of(index);
        } catch (IOException e) {
            throw new IndexOff("the index can't be used", e);
        }
    }
}
