package oriel.servers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import oriel.account.SignedInAccounts;
import oriel.fixture.MailSenderContract;
import oriel.fixture.Tokens;
import oriel.mail.MailSender;
import oriel.mime.MessageWriter;
import oriel.smtp.SmtpSender;

/** The contract on a real server, which delivers into real mailboxes. */
@NeedsMailServers
class PostfixIT extends MailSenderContract {

    private static final List<String> USERS =
            List.of(ADA.value(), "grace@oriel.test", "joan@oriel.test", "hedy@oriel.test");

    private final MailServers servers = MailServers.get();

    @BeforeEach
    void clear() {
        USERS.forEach(user -> servers.rich().doveadm("expunge", "-u", user, "mailbox", "INBOX", "all"));
    }

    @Override
    protected MailSender sender() {
        SignedInAccounts accounts = new SignedInAccounts(null);
        accounts.signedIn(MailServers.account(ADA.value()));
        return new SmtpSender(servers.config(servers.rich().imaps()), Tokens.renewing(accounts), new MessageWriter());
    }

    @Override
    protected List<Delivered> delivered() throws Exception {
        servers.postfix().awaitDelivery();
        Map<String, Delivered> found = new TreeMap<>();
        for (String user : USERS) {
            String heads = servers.rich()
                    .doveadm("-f", "tab", "fetch", "-u", user, "hdr.message-id hdr.bcc", "mailbox", "INBOX", "all");
            heads.lines().skip(1).map(line -> line.split("\t", -1)).forEach(head -> {
                List<String> bcc = new ArrayList<>(Arrays.asList(head[1]));
                bcc.removeIf(String::isEmpty);
                found.computeIfAbsent(head[0], id -> new Delivered(id, new TreeSet<>(), bcc))
                        .recipients()
                        .add(user);
            });
        }
        return List.copyOf(found.values());
    }
}
