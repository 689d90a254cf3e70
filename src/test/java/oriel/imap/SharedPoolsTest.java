package oriel.imap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.account.Account;
import oriel.account.Credentials;
import oriel.account.SharedMailboxes;
import oriel.fixture.Tokens;
import oriel.mail.AccountId;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.Owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How shared mailboxes are signed in to, on a server that does what it is told to. */
class SharedPoolsTest {

    private static final AccountId ADA = new AccountId("ada@oriel.test");
    private static final Owner SUPPORT = new Owner("support@oriel.test");
    private static final SharedMailboxes LISTED = new SharedMailboxes(Map.of("@oriel.test", List.of(SUPPORT)));
    private static final String TOKENS = WrongServer.CAPABILITIES + " AUTH=XOAUTH2 SASL-IR";

    @TempDir
    private Path folder;

    private WrongServer server;
    private Adapter adapter;

    @BeforeEach
    void start() throws IOException {
        server = new WrongServer();
        adapter = new Adapter(MailServer.config(server.port()));
    }

    @AfterEach
    void stop() throws Exception {
        adapter.close();
        server.close();
    }

    @Test
    void namesTheMailboxAsTheUserOfATokensOwner() {
        offerTokens();
        MailStore store = signIn(Tokens.token("ada@oriel.test", "t0ken"));

        store.folders(SUPPORT);

        assertThat(signIns()).containsExactly("user=support@oriel.test\1auth=Bearer t0ken\1\1");
    }

    @Test
    void namesTheMailboxAsTheIdentityToActAsWithAPassword() {
        MailStore store = signIn(password());

        store.folders(SUPPORT);

        assertThat(signIns()).containsExactly("support@oriel.test\0ada@oriel.test\0" + WrongServer.SECRET);
    }

    @Test
    void neverOpensOnesOwnMailboxInItsPlace() {
        server.answering("CAPABILITY", "* CAPABILITY IMAP4rev1 UIDPLUS", "TAG OK done");
        MailStore store = signIn(password());

        assertThatExceptionOfType(MailException.MailboxRefused.class).isThrownBy(() -> store.folders(SUPPORT));

        assertThat(server.commands()).noneMatch(command -> command.startsWith("LOGIN"));
    }

    @Test
    void tellsARefusalOnceAskedAndLeavesTheOwnMailboxAlone() {
        offerTokens();
        MailStore store = signIn(Tokens.token("ada@oriel.test", "t0ken"));
        store.folders();
        server.answering("AUTHENTICATE XOAUTH2", "TAG NO AUTHENTICATE failed.");

        assertThatExceptionOfType(MailException.MailboxRefused.class).isThrownBy(() -> store.folders(SUPPORT));
        assertThatExceptionOfType(MailException.MailboxRefused.class)
                .isThrownBy(() -> store.page(FolderPath.INBOX.of(SUPPORT), 0, 10));

        assertThat(store.folders()).isNotEmpty();
        assertThat(signIns()).hasSize(2).allMatch(attempt -> attempt.contains("t0ken\1"));
    }

    @Test
    void tellsThatTheMailboxIsNotConnected() {
        offerTokens();
        server.answering("LIST", "TAG BAD User is authenticated but not connected.");
        MailStore store = signIn(Tokens.token("ada@oriel.test", "t0ken"));

        assertThatExceptionOfType(MailException.MailboxRefused.class).isThrownBy(() -> store.folders(SUPPORT));
    }

    @Test
    void asksTheServerForNothingThatTheConfigurationDoesNotOffer() {
        MailStore store = signIn(password());

        assertThatExceptionOfType(MailException.FolderGone.class)
                .isThrownBy(() -> store.folders(new Owner("boss@oriel.test")));

        assertThat(server.commands()).isEmpty();
    }

    @Test
    void opensNothingForWhoeverHasLeft() {
        MailStore store = signIn(password());
        adapter.accounts.signedOut(ADA);

        assertThatExceptionOfType(MailException.LoginRefused.class).isThrownBy(() -> store.folders(SUPPORT));

        assertThat(server.commands()).isEmpty();
    }

    private MailStore signIn(Credentials credentials) {
        adapter.signIn(new Account(ADA, credentials));
        return adapter.sharing(LISTED, folder).of(ADA);
    }

    private static Credentials password() {
        return new Credentials.Password("ada@oriel.test", WrongServer.SECRET);
    }

    private void offerTokens() {
        server.answering("CAPABILITY", "* CAPABILITY " + TOKENS, "TAG OK done");
        server.answering("AUTHENTICATE", "TAG OK [CAPABILITY " + TOKENS + "] done");
    }

    /** What was said to prove who somebody is. */
    private List<String> signIns() {
        List<String> said = server.commands();
        return IntStream.range(0, said.size())
                .filter(i -> said.get(i).startsWith("AUTHENTICATE"))
                .mapToObj(i -> said.get(i).strip().split(" ").length > 2
                        ? said.get(i).strip().split(" ")[2]
                        : said.get(i + 1).strip())
                .map(encoded -> new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8))
                .toList();
    }
}
