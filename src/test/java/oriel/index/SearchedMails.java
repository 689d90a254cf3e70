package oriel.index;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import oriel.mail.AccountId;
import oriel.mail.SyncState;

import static oriel.mail.FolderPath.INBOX;

/** Tests of what is found among some messages, in an index of their own. */
abstract class SearchedMails {

    private static final AccountId ADA = new AccountId("ada@oriel.test");

    @TempDir
    private Path folder;

    private MessageIndex index;

    @BeforeEach
    void open() {
        index = Indexes.in(folder);
        index.known(ADA, INBOX);
    }

    @AfterEach
    void close() {
        index.stop();
    }

    final void holds(Mails... mails) {
        index.add(ADA, Stream.of(mails).map(Mails::summary).toList());
        index.synced(ADA, new SyncState(INBOX, Mails.VALIDITY, 100, mails.length, 0, 1), true);
    }

    /** How many messages meet what is typed. */
    final int found(String typed) {
        SearchExpression search = SearchSyntax.parse(
                        typed, LocalDate.of(2026, 11, 23).atStartOfDay(ZoneOffset.UTC), name -> List.of())
                .expression();
        ListQuery query = new ListQuery(List.of(INBOX), search, Set.of(), Sort.DATE, false, false);
        return index.list(ADA, query, 0, 50).orElseThrow().total();
    }
}
