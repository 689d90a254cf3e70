package oriel.servers;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import oriel.browser.InBrowser;
import oriel.browser.page.MailboxView;
import oriel.fixture.Mails;
import oriel.fixture.OrielServer;

/** A browser before Oriel before Outlook.com's stand-in, and a user with the messages First, Second and Third. */
@NeedsMailServers
abstract class OutlookInBrowser extends InBrowser {

    final MailServers servers = MailServers.get();
    final String user = servers.newUser();
    final Ledger ledger = new Ledger(servers.outlook(), user);
    private final OrielServer oriel = OrielOnServers.get();

    @Override
    protected String address() {
        return oriel.address();
    }

    @BeforeEach
    void threeMessages() throws IOException {
        for (String subject : List.of("First", "Second", "Third")) {
            add(subject);
        }
    }

    void add(String subject) throws IOException {
        ledger.add("INBOX", Mails.plain("<" + subject + "@oriel.test>", subject, "x"));
    }

    MailboxView signIn() {
        return login(browser()).signIn(user, MailServers.PASSWORD);
    }
}
