package oriel.mailbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import oriel.account.SignedOut;
import oriel.mail.AccountId;
import oriel.mail.Folder;
import oriel.mail.FolderPath;
import oriel.mail.FoldersChanged;
import oriel.mail.MailStore;
import oriel.mail.Owner;

/** The folders of accounts as they were a short while ago, for what asks at every key. */
@ApplicationScoped
public class KnownFolders {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private record Key(AccountId account, Owner owner) {}

    private final MailStore store;
    private final Cache<Key, List<Folder>> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    @Inject
    public KnownFolders(MailStore store) {
        this.store = store;
    }

    /** The account's own. */
    List<Folder> all(AccountId account) {
        return of(new Key(account, Owner.SELF));
    }

    /** A folder and those below it. */
    List<FolderPath> within(AccountId account, FolderPath folder) {
        List<Folder> all = of(new Key(account, folder.owner()));
        int place = all.stream().map(Folder::path).toList().indexOf(folder);
        if (place < 0) {
            return List.of(folder);
        }
        // What lies below it follows it in the tree.
        int end = place + 1;
        while (end < all.size() && all.get(end).depth() > all.get(place).depth()) {
            end++;
        }
        return all.subList(place, end).stream().map(Folder::path).toList();
    }

    private List<Folder> of(Key key) {
        List<Folder> folders = known.getIfPresent(key);
        if (folders == null) {
            folders = store.folders(key.owner());
            known.put(key, folders);
        }
        return folders;
    }

    void forget(@Observes FoldersChanged event) {
        forget(event.account());
    }

    void forget(@Observes SignedOut left) {
        forget(left.account());
    }

    private void forget(AccountId account) {
        known.asMap().keySet().removeIf(key -> key.account().equals(account));
    }
}
