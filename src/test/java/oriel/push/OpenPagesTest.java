package oriel.push;

import org.junit.jupiter.api.Test;
import oriel.mail.AccountId;

import static org.assertj.core.api.Assertions.assertThat;

class OpenPagesTest {

    private static final AccountId ADA = new AccountId("ada@oriel.test");

    private final Watched watched = new Watched();
    private final OpenPages pages = new OpenPages(watched.instance());
    private final Listener ada = Listener.of(ADA);

    @Test
    void watchesOnceForEveryOpenPage() {
        pages.expect(ada);

        pages.opened(ada);
        pages.opened(ada);
        assertThat(watched.accounts).containsExactly(ADA, ADA);
        pages.closed(ada);
        pages.closed(ada);

        assertThat(watched.accounts).isEmpty();
        assertThat(pages.all()).isEmpty();
    }

    @Test
    void endsAllOfASessionsPagesWithIt() {
        Listener elsewhere = Listener.of(ADA);
        pages.expect(ada);
        pages.expect(elsewhere);
        pages.opened(ada);
        pages.opened(ada);
        pages.opened(elsewhere);

        pages.forget(ada);
        pages.closed(ada);

        assertThat(watched.accounts).containsExactly(ADA);
        assertThat(pages.of(ADA)).containsExactly(elsewhere);
    }

    @Test
    void takesNoNoticeOfAPageWhoseSessionEndedWhileItConnected() {
        pages.expect(ada);
        pages.forget(ada);

        pages.opened(ada);
        pages.closed(ada);

        assertThat(watched.accounts).isEmpty();
    }

    @Test
    void countsAPageThatReturnsOnce() {
        pages.expect(ada);
        pages.opened(ada);

        pages.expect(ada);
        pages.closed(ada);
        pages.opened(ada);

        assertThat(watched.accounts).containsExactly(ADA);
    }
}
