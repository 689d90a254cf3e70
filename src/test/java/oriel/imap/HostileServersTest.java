package oriel.imap;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.account.Account;
import oriel.account.Credentials;
import oriel.account.ServerConfig;
import oriel.account.ServerConfig.Server;
import oriel.account.ServerConfig.Tls;
import oriel.mail.AccountId;
import oriel.mail.Envelope;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MailStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Servers that want to do harm: whoever uses them is told, nothing else happens. */
@Timeout(60)
class HostileServersTest {

    private static final FolderPath INBOX = FolderPath.INBOX;

    private WrongServer server;
    private Adapter adapter;

    @BeforeEach
    void start() throws Exception {
        server = new WrongServer();
        adapter = adapter(Tls.NONE);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        adapter.close();
    }

    private Adapter adapter(Tls tls) {
        Server imap = new Server("127.0.0.1", server.port(), tls);
        return new Adapter(new ServerConfig(
                imap,
                imap,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                3,
                Duration.ofSeconds(5),
                Duration.ofMinutes(5)));
    }

    private MailStore store() {
        return adapter.signIn(server.account());
    }

    private void assertUnreadable() {
        assertThatExceptionOfType(MailException.Unreadable.class).isThrownBy(() -> store().page(INBOX, 0, 10));
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @ParameterizedTest
    @ValueSource(longs = {1_900_000_000L, 2_147_483_647L, 40_000_000L})
    void makesNoRoomForWhatIsOnlyAnnounced(long bytes) {
        server.answering("SELECT", "* OK [X] {" + bytes + "}", "not that much", "TAG OK done");

        assertUnreadable();
    }

    @Test
    void listensToAnEndlessLineOnlySoLong() {
        byte[] piece = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        server.answering("SELECT", (tag, out) -> {
            write(out, "* OK ");
            while (true) {
                out.write(piece);
            }
        });

        assertUnreadable();
    }

    @Test
    void listensToEndlessNewsOnlySoLong() {
        byte[] storm = "* 5 EXISTS\r\n* 1 EXPUNGE\r\n".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
        server.answering("SELECT", (tag, out) -> {
            while (true) {
                out.write(storm);
            }
        });

        assertUnreadable();
    }

    @Test
    void believesInNoFolderOfMoreMessagesThanThereCanBe() {
        server.answering("SELECT", "* 2000000000 EXISTS", "* OK [UIDVALIDITY 7] valid", "TAG OK [READ-WRITE] done");

        assertUnreadable();
    }

    @Test
    void believesInNoNewsOfMoreMessagesThanThereCanBe() {
        MailStore store = store();
        store.page(INBOX, 0, 10);
        server.answering("NOOP", "* 2000000000 EXISTS", "TAG OK done");

        assertUnreadable();
    }

    @Test
    void passesOverAStructureThatIsTooDeep() {
        String row = "UID 1 FLAGS () INTERNALDATE \"01-Jan-2026 00:00:00 +0000\" RFC822.SIZE 5 ENVELOPE"
                + " (NIL \"deep\" NIL NIL NIL NIL NIL NIL NIL NIL)";
        String structure = " BODYSTRUCTURE " + "(".repeat(100_000) + ")".repeat(100_000);
        for (String command : List.of("FETCH", "UID")) {
            server.answering(command, (tag, out) -> {
                boolean asked = server.commands().getLast().contains("BODYSTRUCTURE");
                write(out, "* 1 FETCH (" + row + (asked ? structure : "") + ")\r\n" + tag + " OK done\r\n");
            });
        }

        assertThat(store().page(INBOX, 0, 10).rows())
                .extracting(Envelope::subject)
                .containsExactly("deep");
    }

    @Test
    void trustsNoAnswerToAnotherCommand() {
        server.answering("SELECT", "WRONG1 OK [READ-WRITE] done");

        assertUnreadable();
    }

    @Test
    void isNotMisledByGarbage() {
        server.answering("SELECT", "HTTP/1.1 400 Bad Request", "", "<html>");

        assertUnreadable();
    }

    @Test
    void survivesAGoodbyeToEveryCommand() {
        server.answering("SELECT", (tag, out) -> {
            write(out, "* BYE not today\r\n");
            out.close();
        });

        assertThatExceptionOfType(MailException.ServerUnreachable.class).isThrownBy(() -> store().page(INBOX, 0, 10));
        assertThat(server.commands())
                .filteredOn(each -> each.startsWith("SELECT"))
                .hasSizeLessThan(4);
    }

    @Test
    void takesNobodysMailboxForTheUsersOwn() {
        server.greeting("* PREAUTH [CAPABILITY IMAP4rev1] welcome, somebody");

        assertThatExceptionOfType(MailException.Unreadable.class)
                .isThrownBy(() -> adapter.check.check(server.account()));
        assertThat(server.commands()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TAG NO not now", "TAG BAD what", "TAG OK go on\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN"})
    void sendsNoPasswordUnlessStartTlsWorks(String answer) throws Exception {
        adapter.close();
        adapter = adapter(Tls.STARTTLS);
        server.answering("CAPABILITY", "* CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN", "TAG OK done");
        server.answering("STARTTLS", answer);

        MailException trouble = catchThrowableOfType(MailException.class, () -> adapter.check.check(server.account()));

        assertThat(trouble).isInstanceOf(MailException.InsecureServer.class);
        assertThat(server.commands()).containsExactly("CAPABILITY", "STARTTLS");
    }

    @Test
    void sendsNoPasswordToAServerThatOnlyPretendsToBeEncrypted() throws Exception {
        adapter.close();
        adapter = adapter(Tls.STARTTLS);
        server.greeting("* PREAUTH [CAPABILITY IMAP4rev1 STARTTLS] welcome");

        assertThatExceptionOfType(MailException.class).isThrownBy(() -> adapter.check.check(server.account()));
        assertThat(server.commands()).isEmpty();
    }

    @Test
    void sendsNoPasswordWhereNoneIsTaken() {
        server.answering("CAPABILITY", "* CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=XOAUTH2", "TAG OK done");

        assertThatExceptionOfType(MailException.PasswordsDisabled.class)
                .isThrownBy(() -> adapter.check.check(server.account()));
        assertThat(server.commands()).noneMatch(each -> each.startsWith("LOGIN") || each.startsWith("AUTH"));
    }

    @Test
    void sendsARefusedTokenOnlyOnce() {
        server.answering("CAPABILITY", "* CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2", "TAG OK done")
                .answering("AUTHENTICATE XOAUTH2", "+ eyJzdGF0dXMiOiI0MDAifQ==")
                .answeringLines("NO AUTHENTICATE failed.");
        AccountId ada = server.account().id();
        Account account = new Account(
                ada,
                new Credentials.Token(
                        ada.value(), "token", null, Instant.now(), Instant.now().plusSeconds(600)));

        assertThatExceptionOfType(MailException.LoginRefused.class).isThrownBy(() -> adapter.check.check(account));

        assertThat(server.commands())
                .filteredOn(each -> each.startsWith("AUTHENTICATE"))
                .hasSize(1);
        assertThat(server.commands()).contains("").noneMatch(each -> each.startsWith("dXNlcj"));
    }

    @Test
    void keepsNoMemoryOfWhatWasTooMuch() {
        long before = usedMemory();
        for (int i = 0; i < 5; i++) {
            listensToAnEndlessLineOnlySoLong();
        }

        assertThat(usedMemory() - before).isLessThan(64L * 1024 * 1024);
    }
}
