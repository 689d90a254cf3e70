package oriel.demo;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.AppendUID;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oriel.demo.sample.SampleMail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MailServerTest {

    private static final String ADA = "ada@oriel.test";
    private static final String NOBODY = "nobody@elsewhere.example";
    private static final String PASSWORD = "demo";

    private final Session session = Session.getInstance(new Properties());
    private MailServer server;

    @BeforeEach
    void start() {
        server = MailServer.start(0, 0);
        server.addUser(ADA, PASSWORD);
        server.addUser(SampleMail.GRACE, PASSWORD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void deliversFromOneUserToTheOther() throws MessagingException {
        send("Lunch?", SampleMail.GRACE);

        assertThat(inbox(SampleMail.GRACE)).containsExactly("Lunch?");
        assertThat(inbox(ADA)).isEmpty();
    }

    @Test
    void returnsMailForNobodyToTheSender() throws MessagingException {
        send("Anybody?", NOBODY);

        assertThat(inbox(ADA)).containsExactly("Undelivered Mail Returned to Sender");
    }

    @Test
    void makesNoUserOfAnAddressThatIsWrittenTo() throws MessagingException {
        send("Anybody?", NOBODY);

        // GreenMail would take the address for a password as well.
        assertThatThrownBy(() -> connect(NOBODY, NOBODY)).isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void holdsAllSampleMailInItsFolders() throws MessagingException {
        int filed = server.fill(ADA, SampleMail.ada(ADA, LocalDate.of(2026, 11, 23), 0));

        try (Store store = connect(ADA, PASSWORD)) {
            int found = 0;
            for (Folder folder : store.getDefaultFolder().list("*")) {
                found += (folder.getType() & Folder.HOLDS_MESSAGES) == 0 ? 0 : folder.getMessageCount();
            }
            assertThat(found).isEqualTo(filed).isGreaterThan(300);
        }
    }

    @Test
    void movesAndCopiesBetweenFoldersAndTellsWhere() throws MessagingException {
        send("Minutes", ADA);

        try (Store store = connect(ADA, PASSWORD)) {
            IMAPFolder inbox = (IMAPFolder) store.getFolder("INBOX");
            Folder archive = store.getFolder("Archive");
            archive.create(Folder.HOLDS_MESSAGES);
            inbox.open(Folder.READ_WRITE);
            AppendUID[] copied = inbox.copyUIDMessages(inbox.getMessages(), archive);
            AppendUID[] moved = inbox.moveUIDMessages(inbox.getMessages(), archive);

            assertThat(copied).hasSize(1).doesNotContainNull();
            assertThat(moved).hasSize(1).doesNotContainNull();
            inbox.close(false);
            assertThat(inbox(ADA)).isEmpty();
            assertThat(archive.getMessageCount()).isEqualTo(2);
        }
    }

    private void send(String subject, String recipient) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(ADA);
        message.setSubject(subject);
        message.setText("...");
        message.saveChanges();
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", server.smtpPort(), ADA, PASSWORD);
            transport.sendMessage(message, InternetAddress.parse(recipient));
        }
    }

    private List<String> inbox(String address) throws MessagingException {
        try (Store store = connect(address, PASSWORD);
                Folder inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            return Stream.of(inbox.getMessages()).map(MailServerTest::subject).toList();
        }
    }

    private Store connect(String address, String password) throws MessagingException {
        Store store = session.getStore("imap");
        store.connect("127.0.0.1", server.imapPort(), address, password);
        return store;
    }

    private static String subject(Message message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
