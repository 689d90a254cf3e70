package oriel.index;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import oriel.mail.AccountId;
import oriel.mail.SyncState;

import static oriel.mail.FolderPath.INBOX;

/** What is searched for among messages of some subjects, in an index of its own. */
final class SearchedSubjects implements AutoCloseable {

    private static final AccountId ADA = new AccountId("ada@oriel.test");

    private final MessageIndex index;

    SearchedSubjects(Path folder) {
        index = Indexes.in(folder);
        index.known(ADA, INBOX);
    }

    void hold(Mails... mails) {
        index.add(ADA, List.of(mails).stream().map(Mails::summary).toList());
        index.synced(ADA, new SyncState(INBOX, Mails.VALIDITY, 100, mails.length, 0, 1), true);
    }

    /** How many messages meet what is typed. */
    int found(String typed) {
        SearchExpression search = SearchSyntax.parse(
                        typed, LocalDate.of(2026, 11, 23).atStartOfDay(ZoneOffset.UTC), name -> List.of())
                .expression();
        ListQuery query = new ListQuery(List.of(INBOX), search, Set.of(), Sort.DATE, false, false);
        return index.list(ADA, query, 0, 50).orElseThrow().total();
    }

    @Override
    public void close() {
        index.stop();
    }
}
