package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import oriel.account.CurrentAccount;
import oriel.index.FolderSync;
import oriel.index.ListQuery;
import oriel.index.Listing;
import oriel.index.MessageIndex;
import oriel.index.Row;
import oriel.mail.AccountId;
import oriel.mail.FolderPath;
import oriel.mail.FolderViewed;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.MessageRef;
import oriel.mail.Page;
import oriel.mail.SyncState;

/**
 * Reads windows of lists: from the index, where that knows the folder, and else the newest-first list by the server's own
 * order, so that nobody waits for the index.
 */
@ApplicationScoped
public class ListMessages {

    private static final int LONGEST = 200;

    /** How long a folder that is opened may be compared with the server before it is shown as it is known. */
    private static final Duration GLANCE = Duration.ofMillis(250);

    /** The same where nothing is known to be in it: there is nothing to show meanwhile. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    /** How long a page that was told of a change may wait for the index to have taken it in. */
    private static final Duration NEWS = Duration.ofMillis(1_500);

    private record Window(AccountId account, String change, FolderPath folder, int offset, int limit) {}

    private final MailStore store;
    private final CurrentAccount account;
    private final MessageIndex index;
    private final FolderSync sync;
    private final ReadSearch searches;
    private final ShowTags tags;
    private final Event<FolderViewed> viewed;
    private final SharedReads<Window, Page> shared = new SharedReads<>();

    @Inject
    public ListMessages(
            MailStore store,
            CurrentAccount account,
            MessageIndex index,
            FolderSync sync,
            ReadSearch searches,
            ShowTags tags,
            Event<FolderViewed> viewed) {
        this.store = store;
        this.account = account;
        this.index = index;
        this.sync = sync;
        this.searches = searches;
        this.tags = tags;
        this.viewed = viewed;
    }

    /**
     * A window of a list.
     *
     * @param offset place of the first row, 0 = newest; below 0 counts as 0
     * @param limit rows at most, 1 to {@value #LONGEST}; more or fewer are brought into that range
     * @param change because of which it is read, told to many pages at once; empty if a person asks
     */
    public ListWindow list(ListRequest request, int offset, int limit, Optional<String> change) {
        int from = Math.max(0, offset);
        int rows = Math.clamp(limit, 1, LONGEST);
        if (from == 0 && change.isEmpty()) {
            viewed.fire(new FolderViewed(account.id(), request.folder()));
        }
        return request.isPlain() ? plain(request, from, rows, change) : indexed(request, from, rows);
    }

    /** The window that holds a message, aligned to whole windows so that the browser can keep it. */
    public ListWindow around(ListRequest request, MessageRef message, int limit) {
        int rows = Math.clamp(limit, 1, LONGEST);
        int place = place(request, message);
        return list(request, place / rows * rows, rows, Optional.empty());
    }

    private int place(ListRequest request, MessageRef message) {
        if (isKnown(request.folder())) {
            int place = index.position(account.id(), searches.read(request).query(), message);
            if (place >= 0) {
                return place;
            }
        }
        return store.position(message);
    }

    private boolean isKnown(FolderPath folder) {
        return index.complete(account.id(), folder).isPresent();
    }

    private ListWindow plain(ListRequest request, int offset, int limit, Optional<String> change) {
        FolderPath folder = request.folder();
        if (isKnown(folder)) {
            refresh(folder, offset, change);
            ListWindow window = indexed(request, offset, limit);
            if (window.total() == 0) {
                // An empty list would say that there is nothing.
                Optional<MailException> trouble = sync.settle(account.id(), folder, LOOK);
                if (trouble.isPresent()) {
                    throw trouble.get();
                }
                window = indexed(request, offset, limit);
            }
            if (window.known().orElse(0) == 1) {
                return window;
            }
        }
        Page page = change.map(stamp -> shared.get(
                        new Window(account.id(), stamp, folder, offset, limit),
                        () -> store.page(folder, offset, limit)))
                .orElseGet(() -> store.page(folder, offset, limit));
        return new ListWindow(
                folder,
                page.uidValidity(),
                page.offset(),
                page.total(),
                // Of what is indexed by now, if not all is.
                tags.with(page.rows().stream()
                        .map(row -> new Row(row, null, null))
                        .toList()),
                OptionalDouble.empty(),
                List.of(),
                Optional.empty(),
                false);
    }

    private void refresh(FolderPath folder, int offset, Optional<String> change) {
        if (change.isPresent()) {
            sync.settle(account.id(), folder, NEWS);
        } else if (offset == 0) {
            sync.freshen(account.id(), folder, GLANCE);
        }
    }

    private ListWindow indexed(ListRequest request, int offset, int limit) {
        ReadSearch.Search search = searches.read(request);
        ListQuery query = search.query();
        Listing listing = index.list(account.id(), query, offset, limit).orElse(new Listing(offset, 0, 0, List.of()));
        if (query.folders().equals(List.of(request.folder()))) {
            look(request.folder(), listing);
        }
        return new ListWindow(
                request.folder(),
                uidValidity(request.folder(), listing),
                offset,
                listing.total(),
                tags.with(listing.rows()),
                OptionalDouble.of(listing.known()),
                search.words(),
                search.complaint(),
                search.more());
    }

    private long uidValidity(FolderPath folder, Listing listing) {
        return listing.rows().stream()
                .map(row -> row.envelope().ref())
                .filter(ref -> ref.folder().equals(folder))
                .findFirst()
                .map(MessageRef::uidValidity)
                .or(() -> index.complete(account.id(), folder).map(SyncState::uidValidity))
                .orElse(0L);
    }

    private void look(FolderPath folder, Listing listing) {
        var uids = listing.rows().stream()
                .mapToLong(row -> row.envelope().ref().uid())
                .summaryStatistics();
        if (uids.getCount() > 0) {
            sync.looking(account.id(), folder, uids.getMin(), uids.getMax());
        }
    }
}
