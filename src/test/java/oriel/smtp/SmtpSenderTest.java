package oriel.smtp;

import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oriel.account.Credentials;
import oriel.account.ServerConfig.Tls;
import oriel.fixture.MailSenderContract;
import oriel.mail.MailException;
import oriel.mail.MailSender;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SmtpSenderTest extends MailSenderContract {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
        server.setUser(ADA.value(), ADA.value(), "secret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Override
    protected MailSender sender() {
        return with("secret");
    }

    private SmtpSender with(String password) {
        Credentials credentials = new Credentials.Password(ADA.value(), password);
        return Senders.to(server.getSmtp().getPort(), Tls.NONE, ADA, credentials);
    }

    @Test
    void tellsAWrongPassword() {
        SmtpSender sender = with("wrong");

        assertThatThrownBy(() -> sender.send(ADA, draft("<1@x>", "a@oriel.test", "b@oriel.test", "c@oriel.test")))
                .isInstanceOf(MailException.LoginRefused.class);
    }

    /** What lies in the mailboxes; copies of one message in several mailboxes are one delivery. */
    @Override
    protected List<Delivered> delivered() throws Exception {
        Map<String, List<String>> bcc = new HashMap<>();
        Map<String, Set<String>> recipients = new LinkedHashMap<>();
        List<String> order = new ArrayList<>();
        for (GreenMailUser user : server.getUserManager().listUser()) {
            for (StoredMessage stored :
                    server.getManagers().getImapHostManager().getInbox(user).getMessages()) {
                MimeMessage message = stored.getMimeMessage();
                String id = message.getMessageID();
                order.add(id);
                recipients.computeIfAbsent(id, key -> new TreeSet<>()).add(user.getEmail());
                String[] named = message.getHeader("Bcc");
                bcc.put(id, named == null ? List.of() : Arrays.asList(named));
            }
        }
        return order.stream()
                .distinct()
                .map(id -> new Delivered(id, recipients.get(id), bcc.get(id)))
                .toList();
    }
}
