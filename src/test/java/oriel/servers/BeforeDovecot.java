package oriel.servers;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import oriel.account.ServerConfig;
import oriel.account.ServerConfig.Server;
import oriel.account.ServerConfig.Tls;
import oriel.fixture.Mails;
import oriel.imap.Adapter;
import oriel.imap.Relay;
import oriel.mail.Envelope;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.MessageRef;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A user of a real Dovecot, behind a relay that fails on purpose, and the ledger of what lies there. */
@NeedsMailServers
abstract class BeforeDovecot {

    static final FolderPath ARCHIVE = new FolderPath("Archive");

    final MailServers servers = MailServers.get();
    final String user = servers.newUser();
    final Ledger ledger = new Ledger(servers.rich(), user);
    Relay relay;
    Adapter adapter;
    MailStore store;

    @BeforeEach
    void start() throws Exception {
        for (String subject : List.of("first", "second", "third")) {
            ledger.add("INBOX", Mails.plain("<" + subject + "@oriel.test>", subject, "Text of " + subject + "."));
        }
        relay = new Relay(servers.rich().imap());
        Server server = new Server("127.0.0.1", relay.port(), Tls.NONE);
        Duration patience = Duration.ofSeconds(10);
        adapter = new Adapter(
                new ServerConfig(server, server, patience, patience, 3, Duration.ofSeconds(10), Duration.ofMinutes(5)));
        store = adapter.signIn(MailServers.account(user));
    }

    @AfterEach
    void stop() throws Exception {
        adapter.close();
        relay.close();
    }

    List<String> subjects(FolderPath folder) {
        return store.page(folder, 0, 100).rows().stream().map(Envelope::subject).toList();
    }

    MessageRef named(String subject) {
        return store.page(FolderPath.INBOX, 0, 100).rows().stream()
                .filter(row -> row.subject().equals(subject))
                .findFirst()
                .orElseThrow()
                .ref();
    }

    static String entry(String subject, String folder) {
        return "<" + subject + "@oriel.test> " + folder;
    }

    void assertThatNoClickWorks(MessageRef old) {
        for (Runnable click : List.<Runnable>of(
                () -> store.flag(List.of(old), Flag.SEEN, true),
                () -> store.message(old),
                () -> store.move(List.of(old), ARCHIVE),
                () -> store.delete(List.of(old)))) {
            assertThatExceptionOfType(MailException.FolderChangedUnderUs.class).isThrownBy(click::run);
        }
    }

    static void tellingIfGone(Runnable click) {
        try {
            click.run();
        } catch (MailException.MessageGone e) {
            // told
        }
    }
}
