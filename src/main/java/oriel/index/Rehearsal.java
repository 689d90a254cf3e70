package oriel.index;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.store.ByteBuffersDirectory;
import oriel.account.IndexConfig;
import oriel.mail.AccountId;
import oriel.mail.Address;
import oriel.mail.Envelope;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;
import oriel.mail.Summary;
import oriel.mail.SyncState;

/**
 * Uses an index in memory for a few seconds when Oriel starts, and throws it away: the first person who signs in does not
 * wait until Lucene is loaded, and the first mailbox is not indexed by code that is not compiled yet.
 */
@ApplicationScoped
class Rehearsal {

    private static final Logger LOG = Logger.getLogger(Rehearsal.class.getName());
    private static final int BATCH = 500;
    private static final int BATCHES = 24;
    private static final int ROWS = 50;
    private static final long HOUR = 3_600;

    /** The least that is kept of lists. */
    private static final long MEGABYTE = 1L << 20;

    private static final AccountId NOBODY = new AccountId("nobody@oriel.invalid");

    private static final List<String> WORDS = List.of(
            "Budget", "Minutes", "Release", "Größe", "réunion", "заметки", "会議", "order", "2026", "v1.2.3", "tomorrow");

    private final IndexConfig config;
    private volatile boolean stopped;

    @Inject
    Rehearsal(IndexConfig config) {
        this.config = config;
    }

    void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
        if (config.enabled()) {
            Thread.ofPlatform()
                    .name("index-rehearsal")
                    .daemon()
                    .priority(Thread.MIN_PRIORITY)
                    .start(this::rehearse);
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }

    private void rehearse() {
        try {
            rehearse(BATCHES);
        } catch (IOException | RuntimeException e) {
            // Nothing is lost but time.
            LOG.log(Level.FINE, "The rehearsal was broken off", e);
        }
    }

    /** @return what was listed of so many batches of messages */
    List<Listing> rehearse(int batches) throws IOException {
        List<Listing> seen = new ArrayList<>();
        try (AccountIndex index = AccountIndex.open(new ByteBuffersDirectory(), new Followed())) {
            index.follow(FolderPath.INBOX);
            Views views = new Views(MEGABYTE);
            for (int batch = batches; batch > 0 && !stopped; batch--) {
                index.add(batch(batch), true);
                index.synced(new SyncState(FolderPath.INBOX, 1, BATCH * batches + 1, BATCH * batches, 0, -1), false);
                index.refresh();
                seen.addAll(lists(index, views));
            }
        }
        return seen;
    }

    private static List<Summary> batch(int number) {
        List<Summary> batch = new ArrayList<>();
        for (long uid = (long) number * BATCH; uid > (number - 1L) * BATCH; uid--) {
            batch.add(summary(uid));
        }
        return batch;
    }

    private static Summary summary(long uid) {
        String first = WORDS.get((int) (uid % WORDS.size()));
        String second = WORDS.get((int) (uid / 7 % WORDS.size()));
        Envelope envelope = new Envelope(
                new MessageRef(FolderPath.INBOX, 1, uid),
                List.of(new Address(first + " " + second, "a" + uid % 97 + "@oriel.invalid")),
                List.of(new Address("", NOBODY.value())),
                (uid % 3 == 0 ? "Re: " : "") + first + " of " + second + " " + uid % 211,
                Instant.ofEpochSecond(uid * HOUR),
                uid,
                uid % 5 == 0 ? Set.of() : Set.of(Flag.SEEN),
                Set.of(),
                uid % 9 == 0);
        List<String> references = uid % 4 == 0 ? List.of("<" + (uid - 1) + "@oriel.invalid>") : List.of();
        return new Summary(envelope, List.of(), "<" + uid + "@oriel.invalid>", references, List.of());
    }

    private static List<Listing> lists(AccountIndex index, Views views) throws IOException {
        List<FolderPath> inbox = List.of(FolderPath.INBOX);
        SearchExpression words = SearchSyntax.parse(
                        "budget -minutes", LocalDate.EPOCH.atStartOfDay(ZoneOffset.UTC), name -> List.of())
                .expression();
        List<ListQuery> queries = new ArrayList<>();
        for (Sort sort : Sort.values()) {
            queries.add(new ListQuery(inbox, SearchExpression.ALL, Set.of(), sort, true, false));
        }
        queries.add(ListQuery.newest(FolderPath.INBOX));
        queries.add(new ListQuery(List.of(), words, Set.of(QuickFilter.UNREAD), Sort.DATE, false, false));
        queries.add(new ListQuery(inbox, SearchExpression.ALL, Set.of(), Sort.DATE, false, true));
        List<Listing> seen = new ArrayList<>();
        for (ListQuery query : queries) {
            seen.add(index.read(searcher -> new Lists(views, NOBODY, index, searcher).window(query, 0, ROWS)));
        }
        return seen;
    }
}
