package oriel.imap;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import oriel.account.Account;
import oriel.account.Credentials;
import oriel.account.ServerConfig;
import oriel.account.ServerConfig.Server;
import oriel.account.ServerConfig.Tls;
import oriel.fixture.MailStoreContract;
import oriel.mail.AccountId;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.MailStore;

/**
 * The contract on a real server, which the properties {@code oriel.imap.it.port}, {@code .user}, {@code .password} and
 * {@code .truststore} name. All mail of that user is deleted.
 */
@EnabledIfSystemProperty(named = "oriel.imap.it.port", matches = "\\d+")
class ImapServerIT extends MailStoreContract {

    private static final Set<String> KEPT =
            Set.of("INBOX", "Drafts", "Sent", "Trash", "Junk", "Archive", "Deleted", "Notes", "Outbox");

    private static Account account;
    private static Adapter adapter;
    private static Store seeding;

    @BeforeAll
    static void start() throws MessagingException {
        System.setProperty("javax.net.ssl.trustStore", System.getProperty("oriel.imap.it.truststore"));
        System.setProperty("javax.net.ssl.trustStorePassword", "changeit");
        String user = System.getProperty("oriel.imap.it.user");
        account = new Account(
                new AccountId(user), new Credentials.Password(user, System.getProperty("oriel.imap.it.password")));
        Server server = new Server("localhost", Integer.getInteger("oriel.imap.it.port"), Tls.IMPLICIT);
        adapter = new Adapter(new ServerConfig(
                server,
                server,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                3,
                Duration.ofSeconds(15),
                Duration.ofMinutes(5)));
        Properties properties = new Properties();
        properties.setProperty("mail.imaps.ssl.checkserveridentity", "true");
        seeding = Session.getInstance(properties).getStore("imaps");
        seeding.connect(server.host(), server.port(), user, System.getProperty("oriel.imap.it.password"));
    }

    @AfterAll
    static void stop() throws Exception {
        seeding.close();
        adapter.close();
    }

    @Override
    protected MailStore store() throws Exception {
        for (Folder folder : seeding.getDefaultFolder().list("*")) {
            String name = folder.getFullName();
            if (KEPT.stream().anyMatch(name::equalsIgnoreCase)) {
                empty(folder);
            } else {
                folder.delete(true);
            }
        }
        for (String name : List.of("Drafts", "Sent", "Trash")) {
            seeding.getFolder(name).create(Folder.HOLDS_MESSAGES);
        }
        return adapter.signIn(account);
    }

    private static void empty(Folder folder) throws MessagingException {
        folder.open(Folder.READ_WRITE);
        for (var message : folder.getMessages()) {
            message.setFlag(jakarta.mail.Flags.Flag.DELETED, true);
        }
        folder.close(true);
    }

    @Override
    protected void deliver(FolderPath folder, byte[] message, Flag... flags) throws Exception {
        MimeMessage parsed = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
        Set<Flag> marks = EnumSet.noneOf(Flag.class);
        marks.addAll(List.of(flags));
        parsed.setFlags(ServerFlags.of(marks), true);
        seeding.getFolder(folder.value()).appendMessages(new MimeMessage[] {parsed});
    }
}
