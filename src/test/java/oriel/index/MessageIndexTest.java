package oriel.index;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.mail.AccountId;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.Marked;
import oriel.mail.SyncState;

import static org.assertj.core.api.Assertions.assertThat;
import static oriel.index.Mails.mail;

class MessageIndexTest {

    private static final AccountId ADA = new AccountId("ada@oriel.test");
    private static final FolderPath INBOX = FolderPath.INBOX;

    @TempDir
    Path folder;

    private MessageIndex index;

    @BeforeEach
    void open() {
        index = new MessageIndex(folder);
    }

    @Test
    void listsAFolderNewestFirst() {
        add(mail(1), mail(3), mail(2), mail(4).in(new FolderPath("Sent")));

        Listing listing = index.list(ADA, ListQuery.newest(INBOX), 0, 50).orElseThrow();

        assertThat(listing.total()).isEqualTo(3);
        assertThat(listing.rows()).extracting(row -> row.envelope().ref().uid()).containsExactly(3L, 2L, 1L);
        assertThat(listing.rows().get(1).envelope()).isEqualTo(mail(2).summary().envelope());
    }

    @Test
    void knowsNothingOfAFolderThatWasNeverIndexed() {
        add(mail(1));

        assertThat(index.list(ADA, ListQuery.newest(new FolderPath("Sent")), 0, 50))
                .isEmpty();
    }

    @Test
    void showsWhatWasChangedAMomentAgo() {
        add(mail(1), mail(2), mail(3).flags(Flag.FLAGGED).tags("old"));

        index.mark(ADA, INBOX, Mails.VALIDITY, List.of(new Marked(3, Set.of(Flag.SEEN), Set.of("Work"))));
        index.remove(ADA, INBOX, Mails.VALIDITY, new long[] {2});

        Listing listing = index.list(ADA, ListQuery.newest(INBOX), 0, 50).orElseThrow();
        assertThat(listing.rows())
                .extracting(Row::envelope)
                .containsExactly(
                        mail(3).flags(Flag.SEEN).tags("Work").summary().envelope(),
                        mail(1).summary().envelope());
        assertThat(index.position(ADA, ListQuery.newest(INBOX), mail(1).ref())).isEqualTo(1);
        assertThat(index.position(ADA, ListQuery.newest(INBOX), mail(2).ref())).isEqualTo(-1);
    }

    @Test
    void tellsWhatIsKnownOfAFolder() {
        SyncState state = new SyncState(INBOX, Mails.VALIDITY, 4, 4, 2, 17);
        index.synced(ADA, state, false);
        add(mail(3), mail(1));

        Known known = index.known(ADA, INBOX);

        assertThat(known.position()).contains(state);
        assertThat(known.complete()).isFalse();
        assertThat(known.uids()).containsExactly(1, 3);
        assertThat(index.list(ADA, ListQuery.newest(INBOX), 0, 1).orElseThrow().known())
                .isEqualTo(0.5);
    }

    private void add(Mails... mails) {
        index.add(ADA, Stream.of(mails).map(Mails::summary).toList());
    }
}
