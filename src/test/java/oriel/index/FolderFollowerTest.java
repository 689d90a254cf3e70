package oriel.index;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.mail.AccountId;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.MailException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static oriel.mail.FolderPath.INBOX;

class FolderFollowerTest {

    private static final AccountId ADA = new AccountId("ada@oriel.test");
    private static final SyncTimes TIMES = new SyncTimes(
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            Duration.ofMillis(10),
            Duration.ofMillis(10),
            Duration.ofMillis(1));

    private final FakeServer server = new FakeServer(INBOX);

    @TempDir
    private static Path folder;

    private final MessageIndex index = Indexes.in(folder.resolve(Long.toString(System.nanoTime())));
    private final List<FolderPath> told = new ArrayList<>();
    private final FolderFollower follower = new FolderFollower(ADA, index, server, TIMES, told::add);

    @AfterEach
    void stop() {
        index.stop();
    }

    private void follow() {
        while (follower.step(INBOX)) {
            // until it is done
        }
    }

    private Listing list() {
        return index.list(ADA, ListQuery.newest(INBOX), 0, 2_000).orElseThrow();
    }

    private List<String> subjects() {
        return list().rows().stream().map(row -> row.envelope().subject()).toList();
    }

    @Test
    void leavesAFolderToWhoeverFollowsItAfter() {
        server.deliver(INBOX, 2_000);
        follower.step(INBOX);

        FolderFollower next = new FolderFollower(ADA, index, server, TIMES, told::add);
        next.step(INBOX);
        assertThatThrownBy(this::follow).isInstanceOf(IndexOff.class);
        while (next.step(INBOX)) {
            // until it is done
        }

        assertThat(list().total()).isEqualTo(2_000);
    }

    @Test
    void indexesTheNewestMessagesFirst() {
        server.deliver(INBOX, 1_000);

        boolean more = follower.step(INBOX);

        assertThat(more).isTrue();
        assertThat(subjects())
                .hasSize(100)
                .startsWith("Message 1000", "Message 999")
                .endsWith("Message 901");
        assertThat(list().known()).isLessThan(1);
        assertThat(told).isEmpty();
    }

    @Test
    void indexesAllInAFewCommands() {
        server.deliver(INBOX, 1_000);

        follow();

        assertThat(list().total()).isEqualTo(1_000);
        assertThat(list().known()).isEqualTo(1);
        assertThat(server.asked)
                .containsExactly(
                        "state INBOX",
                        "uids INBOX",
                        "summaries INBOX 100",
                        "summaries INBOX 500",
                        "summaries INBOX 400");
        assertThat(told).containsExactly(INBOX);
    }

    @Test
    void asksForNothingWhereNothingHasChanged() {
        server.deliver(INBOX, "One");
        follow();
        server.forgetAsked();

        follow();

        assertThat(server.asked).containsExactly("state INBOX");
        assertThat(told).hasSize(1);
    }

    @Test
    void takesInWhatArrivesAndWhatGoes() {
        server.deliver(INBOX, "One", "Two", "Three");
        follow();

        server.deliver(INBOX, "Four");
        server.expunge(INBOX, 2);
        follow();

        assertThat(subjects()).containsExactly("Four", "Three", "One");
        assertThat(told).hasSize(2);
    }

    @Test
    void asksOnlyForTheFlagsThatChangedSince() {
        server.deliver(INBOX, 50);
        follow();
        server.forgetAsked();

        server.flag(INBOX, 50, Flag.SEEN);
        follow();

        assertThat(list().rows().getFirst().envelope().unread()).isFalse();
        assertThat(server.asked("marks")).hasSize(1).first().asString().doesNotEndWith(">-1");
        assertThat(told).hasSize(2);
    }

    @Test
    void comparesAllFlagsInWindowsWhereTheServerTellsOfNone() {
        server.withoutCondstore().deliver(INBOX, 5_000);
        follow();
        server.forgetAsked();

        // Read by another program: the number of unread messages tells.
        server.flag(INBOX, 3, Flag.SEEN);
        follow();

        assertThat(server.asked("marks"))
                .containsExactly("marks INBOX 3001:5000 >-1", "marks INBOX 1001:3000 >-1", "marks INBOX 1:1000 >-1");
        assertThat(index.list(ADA, ListQuery.newest(INBOX), 4_997, 1)
                        .orElseThrow()
                        .rows()
                        .getFirst()
                        .envelope()
                        .unread())
                .isFalse();
    }

    @Test
    void comparesTheFlagsOfRowsThatSomebodySees() {
        server.withoutCondstore().deliver(INBOX, 5_000);
        follow();
        server.flag(INBOX, 10, Flag.FLAGGED);

        follower.look(INBOX, 1, 50);

        assertThat(index.list(ADA, ListQuery.newest(INBOX), 4_990, 1)
                        .orElseThrow()
                        .rows()
                        .getFirst()
                        .envelope()
                        .flagged())
                .isTrue();
        assertThat(told).hasSize(2);
    }

    @Test
    void beginsAnewWithAFolderThatWasMadeAnew() {
        server.deliver(INBOX, "One", "Two");
        follow();

        server.recreate(INBOX);
        server.deliver(INBOX, "Other");
        follow();

        assertThat(subjects()).containsExactly("Other");
        assertThat(list().rows().getFirst().envelope().ref().uidValidity()).isEqualTo(8);
    }

    @Test
    void goesOnWhereItWasInterrupted() {
        server.deliver(INBOX, 1_000);
        follower.step(INBOX);
        server.flag(INBOX, 1_000, Flag.FLAGGED);
        // The second batch was read ahead of the trouble.
        follower.rest();
        server.failWith(new MailException.ServerUnreachable(null));
        assertThatThrownBy(this::follow).isInstanceOf(MailException.ServerUnreachable.class);
        follower.abandon(INBOX);
        server.failWith(null);
        server.forgetAsked();

        follow();

        assertThat(server.asked("summaries")).containsExactly("summaries INBOX 100", "summaries INBOX 300");
        assertThat(list().total()).isEqualTo(1_000);
        assertThat(list().rows().getFirst().envelope().flagged()).isTrue();
    }

    @Test
    void findsDifferencesOfLongLists() {
        long[] all = LongStream.rangeClosed(1, 100_000).toArray();
        long[] some =
                LongStream.rangeClosed(1, 100_000).filter(uid -> uid % 3 > 0).toArray();

        assertThat(Uids.without(all, some)).hasSize(33_333).startsWith(3, 6, 9).endsWith(99_999);
        assertThat(Uids.without(some, all)).isEmpty();
    }
}
