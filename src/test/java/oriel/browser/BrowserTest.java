package oriel.browser;

import org.junit.jupiter.api.BeforeEach;
import oriel.browser.page.MailboxView;
import oriel.fixture.Mailboxes;
import oriel.fixture.RunningOriel;

/** What the tests in a browser share that need no particular mail server: Oriel with two users whose mailboxes are empty. */
abstract class BrowserTest extends InBrowser {

    protected static final String GRACE = RunningOriel.GRACE;
    protected static final String PASSWORD = RunningOriel.PASSWORD;

    protected final RunningOriel oriel = RunningOriel.get();
    protected final Mailboxes mailboxes = new Mailboxes(oriel.mail());

    /** Of this test alone: connections that earlier tests left open know nothing of what is put into her folders. */
    protected final String ada = mailboxes.newUser(PASSWORD);

    @Override
    protected String address() {
        return oriel.address();
    }

    @BeforeEach
    void clear() {
        mailboxes.clear(GRACE);
    }

    protected MailboxView signIn(String address) {
        return login(browser()).signIn(address, PASSWORD);
    }
}
