package oriel.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.account.Account;
import oriel.account.IndexedTexts;
import oriel.fixture.Mails;
import oriel.index.ListQuery;
import oriel.index.Listing;
import oriel.index.SearchExpression;
import oriel.index.Sort;
import oriel.mail.FolderPath;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts that the index reads by itself, and finds without the server. */
@NeedsMailServers
class IndexedTextsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MailServers servers = MailServers.get();
    private final String user = servers.newUser();
    private final Ledger ledger = new Ledger(servers.outlook(), user);
    private final Account account = MailServers.account(user);

    @TempDir
    private Path folder;

    private FollowedAccount followed;

    private void begin(int port, IndexedTexts texts) {
        followed = new FollowedAccount(servers, port, account, folder.resolve("index"), texts);
        followed.sync.freshen(account.id(), FolderPath.INBOX, PATIENCE);
    }

    @AfterEach
    void stop() throws InterruptedException {
        followed.close();
    }

    private List<String> found(String words) {
        SearchExpression search = new SearchExpression.Words(SearchExpression.Place.BODY, words, false, false);
        return followed
                .index
                .list(account.id(), new ListQuery(List.of(), search, Set.of(), Sort.DATE, false, false), 0, 50)
                .map(Listing::rows)
                .orElse(List.of())
                .stream()
                .map(row -> row.envelope().subject())
                .toList();
    }

    private void awaitFound(String words, String... subjects) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!found(words).equals(List.of(subjects)) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(found(words)).containsExactly(subjects);
    }

    private void deliver() throws IOException {
        ledger.add("INBOX", Mails.plain("<plain@oriel.test>", "Plain", "the quicksilver is in the cellar"));
        ledger.add(
                "Archive",
                Mails.written("From: Grace <grace@oriel.test>\r\nSubject: Rich\r\n"
                        + "Message-ID: <rich@oriel.test>\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n"
                        + "PHA+RGFzIDxiPlF1ZWNrc2lsYmVyPC9iPiBpc3QgaW0gS2VsbGVyPC9wPg==\r\n"));
        ledger.add(
                "INBOX",
                Mails.written("From: Grace <grace@oriel.test>\r\nSubject: Picture\r\n"
                        + "Message-ID: <picture@oriel.test>\r\nMIME-Version: 1.0\r\nContent-Type: image/png\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\nAAAA\r\n"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void findsWordsOfTextsInAllFolders(boolean outlook) throws Exception {
        deliver();

        begin(outlook ? servers.strict().port() : servers.rich().imaps(), IndexedTexts.ALL);

        awaitFound("quicksilver", "Plain");
        awaitFound("quecksilber", "Rich");
        ledger.add("INBOX", Mails.plain("<new@oriel.test>", "New", "and the sulphur is in the attic"));
        followed.sync.freshen(account.id(), FolderPath.INBOX, PATIENCE);
        awaitFound("sulphur", "New");
        assertThat(followed.store.page(FolderPath.INBOX, 0, 10).rows()).allMatch(row -> row.unread());
        assertThat(servers.strict().violations()).isEmpty();
    }

    @Test
    void leavesTextsAloneWhereNobodyWantsThem() throws Exception {
        deliver();

        begin(servers.rich().imaps(), IndexedTexts.NONE);
        followed.sync.freshen(account.id(), new FolderPath("Archive"), PATIENCE);
        followed.sync.freshen(account.id(), FolderPath.INBOX, PATIENCE);

        assertThat(found("quicksilver")).isEmpty();
    }
}
