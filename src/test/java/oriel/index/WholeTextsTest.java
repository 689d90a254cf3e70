package oriel.index;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.account.IndexedTexts;
import oriel.mail.AccountId;
import oriel.mail.Body;
import oriel.mail.Folder;
import oriel.mail.SpecialUse;

import static org.assertj.core.api.Assertions.assertThat;
import static oriel.mail.FolderPath.INBOX;

/** What a server has to be asked about, since it is not indexed to its end. */
class WholeTextsTest {

    private static final AccountId ADA = new AccountId("ada@oriel.test");

    @TempDir
    private static Path folder;

    private final FakeServer server = new FakeServer(INBOX);
    private final MessageIndex index = Indexes.in(folder.resolve(Long.toString(System.nanoTime())));
    private final FolderTexts texts = new FolderTexts(ADA, index, server, Body::content, IndexedTexts.ALL);

    @BeforeEach
    void begin() {
        texts.keep(List.of(new Folder(INBOX, INBOX.value(), 0, SpecialUse.INBOX, true, true)));
    }

    @AfterEach
    void stop() {
        index.stop();
    }

    private void follow() {
        FolderFollower follower = new FolderFollower(ADA, index, server, SyncTimes.USUAL, each -> {});
        while (follower.step(INBOX)) {
            // until it is done
        }
    }

    private void readAll() {
        while (texts.step()) {
            // until it is done
        }
    }

    private long[] rest() {
        return new WholeTexts(index).others(ADA, INBOX).orElseThrow();
    }

    @Test
    void saysWhatAServerHasToBeAskedAbout() {
        server.deliver(INBOX, 60);
        assertThat(new WholeTexts(index).others(ADA, INBOX)).isEmpty();
        follow();
        assertThat(rest()).hasSize(60);

        texts.step();

        assertThat(rest()).hasSize(10).startsWith(1).endsWith(10);
        readAll();
        assertThat(rest()).isEmpty();
    }

    @Test
    void asksTheServerAboutWhatNobodyCouldReadAndAboutTheNew() {
        server.deliver(INBOX, 3);
        server.leaveTextsOut(2L);
        follow();
        readAll();
        assertThat(rest()).containsExactly(2);

        server.deliver(INBOX, 1);
        follow();

        assertThat(rest()).containsExactly(2, 4);
    }
}
