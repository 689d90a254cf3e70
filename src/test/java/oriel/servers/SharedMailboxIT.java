package oriel.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.account.Account;
import oriel.account.SharedMailboxes;
import oriel.account.SignedInAccounts;
import oriel.fixture.Mails;
import oriel.fixture.Tokens;
import oriel.imap.Adapter;
import oriel.mail.AccountId;
import oriel.mail.Address;
import oriel.mail.Draft;
import oriel.mail.Envelope;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.MessageRef;
import oriel.mail.Owner;
import oriel.mime.MessageWriter;
import oriel.smtp.SmtpSender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A mailbox that several people share, on real servers. */
@NeedsMailServers
class SharedMailboxIT {

    private static final Owner SUPPORT = new Owner(MailServers.SHARED);
    private static final FolderPath INBOX = FolderPath.INBOX.of(SUPPORT);
    private static final SharedMailboxes LISTED =
            new SharedMailboxes(Map.of("@oriel.test", List.of(SUPPORT, new Owner("grace@oriel.test"))));

    private final MailServers servers = MailServers.get();
    private final Ledger shared = new Ledger(servers.rich(), MailServers.SHARED);
    private final Ledger own = new Ledger(servers.rich(), MailServers.SHARER);

    @TempDir
    private Path folder;

    private Adapter adapter;

    @BeforeEach
    void oneMessage() throws IOException {
        servers.rich().doveadm("expunge", "-u", MailServers.SHARED, "mailbox", "*", "all");
        servers.rich().doveadm("expunge", "-u", MailServers.SHARER, "mailbox", "*", "all");
        shared.add("INBOX", Mails.plain("<1@oriel.test>", "Help", "please"));
    }

    @AfterEach
    void stop() throws Exception {
        if (adapter != null) {
            adapter.close();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void opensWithTheOwnPassword(boolean strict) {
        MailStore store = signIn(MailServers.account(MailServers.SHARER), strict);

        assertThat(store.folders(SUPPORT))
                .isNotEmpty()
                .allMatch(each -> each.path().owner().equals(SUPPORT));
        assertThat(store.page(INBOX, 0, 10).rows())
                .extracting(Envelope::subject)
                .containsExactly("Help");
        assertThat(store.page(FolderPath.INBOX, 0, 10).rows()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void opensWithTheOwnToken(boolean strict) {
        MailStore store = signIn(tokenAccount(), strict);

        assertThat(store.page(INBOX, 0, 10).rows())
                .extracting(Envelope::subject)
                .containsExactly("Help");
        assertThat(store.folders()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tellsThatItIsRefusedAndGoesOnWithTheOwnMailbox(boolean token) {
        MailStore store = signIn(token ? tokenAccount() : MailServers.account("ada@oriel.test"), false);

        assertThatExceptionOfType(MailException.MailboxRefused.class)
                .isThrownBy(() -> store.folders(new Owner("grace@oriel.test")));

        assertThat(store.folders()).isNotEmpty();
    }

    @Test
    void movesThereAndBackAndLosesNothing() {
        MailStore store = signIn(MailServers.account(MailServers.SHARER), true);
        MessageRef message = store.find(INBOX, "<1@oriel.test>").orElseThrow();

        List<MessageRef> here = store.move(List.of(message), FolderPath.INBOX);
        assertThat(shared.entries()).isEmpty();
        assertThat(own.entries()).containsExactly("<1@oriel.test> INBOX");

        store.move(here, INBOX);
        assertThat(own.entries()).isEmpty();
        assertThat(shared.entries()).containsExactly("<1@oriel.test> INBOX");
        assertThat(servers.strict().violations()).isEmpty();
    }

    @Test
    void sendsAsTheSharedAddressWithTheOwnToken() throws Exception {
        SignedInAccounts accounts = new SignedInAccounts(null);
        Account account = tokenAccount();
        accounts.signedIn(account);
        SmtpSender sender =
                new SmtpSender(servers.config(servers.rich().imaps()), Tokens.renewing(accounts), new MessageWriter());

        sender.send(account.id(), draft(MailServers.SHARED));

        servers.postfix().awaitDelivery();
        assertThat(own.entries()).containsExactly("<2@oriel.test> INBOX");
        assertThatExceptionOfType(MailException.Refused.class)
                .isThrownBy(() -> sender.send(account.id(), draft("grace@oriel.test")));
    }

    private static Draft draft(String from) {
        Address to = new Address("", MailServers.SHARER);
        return new Draft(
                "<2@oriel.test>",
                new Address("", from),
                List.of(to),
                List.of(),
                List.of(),
                "Re: Help",
                "",
                "Hello",
                "",
                List.of(),
                List.of());
    }

    private MailStore signIn(Account account, boolean strict) {
        adapter = new Adapter(
                servers.config(strict ? servers.strict().port() : servers.rich().imaps()));
        adapter.signIn(account);
        return adapter.sharing(LISTED, folder).of(account.id());
    }

    private Account tokenAccount() {
        Optional<Keycloak> keycloak = servers.keycloak();
        if (keycloak.isEmpty()) {
            System.err.println("SKIPPED SharedMailboxIT with tokens: Keycloak can't be had from Maven");
        }
        assumeTrue(keycloak.isPresent());
        String user = Keycloak.users().getLast();
        String token = keycloak.get().tokens(user).getString("access_token");
        return new Account(new AccountId(user), Tokens.token(user, token));
    }
}
