package oriel.imap;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import oriel.account.Account;
import oriel.account.Credentials;
import oriel.account.ServerConfig;
import oriel.account.ServerConfig.Server;
import oriel.account.ServerConfig.Tls;
import oriel.demo.PromptGreenMail;
import oriel.mail.AccountId;
import oriel.mail.Flag;
import oriel.mail.FolderPath;

/** The GreenMail of this room's tests, which ends with their virtual machine; each test takes an account of its own. */
final class MailServer {

    private static final class Holder {
        static final MailServer RUNNING = new MailServer();
    }

    static final String PASSWORD = "correct horse";

    private final PromptGreenMail greenMail =
            new PromptGreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final AtomicInteger accounts = new AtomicInteger();

    private MailServer() {
        greenMail.start();
    }

    static MailServer get() {
        return Holder.RUNNING;
    }

    int port() {
        return greenMail.imapPort();
    }

    /** An account with INBOX, Drafts, Sent and Trash. */
    Account newAccount() throws Exception {
        return newAccount("user" + accounts.incrementAndGet() + "@oriel.test", PASSWORD);
    }

    Account newAccount(String address, String password) throws Exception {
        GreenMailUser user = greenMail.setUser(address, address, password);
        for (String name : new String[] {"Drafts", "Sent", "Trash"}) {
            store().createMailbox(user, name);
        }
        return new Account(new AccountId(address), new Credentials.Password(address, password));
    }

    void deliver(Account account, FolderPath folder, byte[] message, Flag... flags) throws Exception {
        GreenMailUser user =
                greenMail.getUserManager().getUser(account.credentials().username());
        MailFolder place = store().getFolder(user, folder.value());
        Set<Flag> marks = Arrays.stream(flags).collect(Collectors.toSet());
        MimeMessage parsed = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
        Flags stored = ServerFlags.of(marks);
        // Not between noon and one: GreenMail reads such a date as one after midnight when it is told one.
        Date received = Date.from(Instant.now().truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.HOURS));
        place.appendMessage(parsed, stored, received);
    }

    private ImapHostManager store() {
        return greenMail.getManagers().getImapHostManager();
    }

    /** Settings for a server on this computer, with little patience. */
    static ServerConfig config(int port) {
        Server server = new Server("127.0.0.1", port, Tls.NONE);
        return new ServerConfig(
                server,
                server,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                3,
                Duration.ofSeconds(10),
                Duration.ofMinutes(5));
    }
}
