package oriel.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import oriel.fixture.RecordedEvents;
import oriel.mail.AccountId;
import oriel.mail.Address;
import oriel.mail.Draft;
import oriel.mail.Flag;
import oriel.mail.FolderChanged;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MailSender;
import oriel.mail.MailSent;
import oriel.mail.MessageRef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SendMailTest {

    static final AccountId ADA = new AccountId("ada@oriel.test");
    static final MessageRef ORIGINAL = new MessageRef(FolderPath.INBOX, 1, 7);

    private final SentFolder sent = new SentFolder();
    private final Steps steps = new Steps();
    private final RecordedEvents events = new RecordedEvents();
    private final InMemorySendJournal journal = new InMemorySendJournal();
    private final AtomicInteger sendings = new AtomicInteger();

    @Test
    void sendsFilesACopyAndMarksTheOriginal() {
        SendMail sendMail = sendMail((account, draft) -> sendings.incrementAndGet());

        SendState state = sendMail.send(outgoing(false));
        steps.runAll();

        assertThat(state).isEqualTo(SendState.ACCEPTED);
        assertThat(sent.copies).containsExactly("<m@oriel.test>");
        assertThat(sent.flagged).containsExactly(ORIGINAL);
        assertThat(journal.state(ADA, "<m@oriel.test>")).contains(SendState.FILED);
        assertThat(events.fired).contains(new MailSent(ADA, "<m@oriel.test>"));
    }

    @Test
    void sendsOnceHoweverOftenItIsAsked() {
        SendMail sendMail = sendMail((account, draft) -> sendings.incrementAndGet());

        sendMail.send(outgoing(false));
        steps.runAll();
        SendState again = sendMail.send(outgoing(true));

        assertThat(again).isEqualTo(SendState.FILED);
        assertThat(sendings).hasValue(1);
    }

    @Test
    @Timeout(20)
    void tellsASecondCallTheOutcomeOfTheFirstThatRuns() throws Exception {
        CountDownLatch onTheWire = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        SendMail sendMail = sendMail((account, draft) -> {
            sendings.incrementAndGet();
            onTheWire.countDown();
            await(answer);
        });

        CompletableFuture<SendState> first = CompletableFuture.supplyAsync(() -> sendMail.send(outgoing(false)));
        assertThat(onTheWire.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<SendState> second = CompletableFuture.supplyAsync(() -> sendMail.send(outgoing(false)));
        answer.countDown();

        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(SendState.ACCEPTED);
        assertThat(second.get(10, TimeUnit.SECONDS).sent()).isTrue();
        assertThat(sendings).hasValue(1);
    }

    @Test
    void maySendAgainWhatCertainlyFailed() {
        SendMail sendMail = sendMail((account, draft) -> {
            if (sendings.incrementAndGet() == 1) {
                throw new MailException.ServerUnreachable(null);
            }
        });

        assertThatThrownBy(() -> sendMail.send(outgoing(false))).isInstanceOf(MailException.ServerUnreachable.class);
        SendState second = sendMail.send(outgoing(false));

        assertThat(second).isEqualTo(SendState.ACCEPTED);
        assertThat(sendings).hasValue(2);
    }

    @Test
    void neverSendsAgainByItselfWhatMayHaveLeft() {
        SendMail sendMail = sendMail((account, draft) -> {
            sendings.incrementAndGet();
            throw new MailException.SendUnknown(null);
        });

        SendState first = sendMail.send(outgoing(false));
        steps.runAll();
        SendState second = sendMail.send(outgoing(false));

        assertThat(List.of(first, second)).containsOnly(SendState.UNKNOWN);
        assertThat(sendings).hasValue(1);
        assertThat(sent.copies).isEmpty();
    }

    @Test
    void sendsAgainWhatMayHaveLeftOnlyWhenTheUserWantsIt() {
        SendMail sendMail = sendMail((account, draft) -> {
            if (sendings.incrementAndGet() == 1) {
                throw new MailException.SendUnknown(null);
            }
        });
        sendMail.send(outgoing(false));

        assertThat(sendMail.send(outgoing(true))).isEqualTo(SendState.ACCEPTED);
        assertThat(sendings).hasValue(2);
    }

    @Test
    void learnsFromSentThatItLeftAfterAll() {
        SendMail sendMail = sendMail((account, draft) -> {
            throw new MailException.SendUnknown(null);
        });

        sendMail.send(outgoing(false));
        steps.runNext();
        sent.copies.add("<m@oriel.test>");
        steps.runAll();

        assertThat(journal.state(ADA, "<m@oriel.test>")).contains(SendState.FILED);
        assertThat(sendMail.send(outgoing(true)).sent()).isTrue();
        assertThat(sent.flagged).containsExactly(ORIGINAL);
    }

    @Test
    void appendsNothingWhereTheServerFilesTheCopyItself() {
        SendMail sendMail = sendMail((account, draft) -> sendings.incrementAndGet());

        sendMail.send(outgoing(false));
        steps.runNext();
        steps.runNext();
        sent.copies.add("<m@oriel.test>");
        steps.runAll();

        assertThat(sent.copies).hasSize(1);
    }

    @Test
    void marksTheServersOwnCopyAsRead() {
        SendMail sendMail = sendMail((account, draft) -> sendings.incrementAndGet());
        sent.copies.add("<m@oriel.test>");

        sendMail.send(outgoing(false));
        steps.runAll();

        assertThat(sent.read).containsExactly(new MessageRef(new FolderPath("Sent"), 1, 1));
        assertThat(events.fired).contains(new FolderChanged(ADA, new FolderPath("Sent")));
    }

    @Test
    void isPatientWithAServerThatHasFiledACopyBefore() {
        SendMail sendMail = sendMail((account, draft) -> sendings.incrementAndGet());
        sent.copies.add("<m@oriel.test>");
        sendMail.send(outgoing(false));
        steps.runAll();
        journal.forget(ADA, "<m@oriel.test>");
        sent.copies.clear();
        sent.looks = 0;

        sendMail.send(outgoing(false));
        steps.runAll();

        assertThat(sent.looks).isEqualTo(5);
        assertThat(sent.copies).containsExactly("<m@oriel.test>");
    }

    @Test
    void looksThreeTimesBeforeItAppends() {
        SendMail sendMail = sendMail((account, draft) -> sendings.incrementAndGet());

        sendMail.send(outgoing(false));
        steps.runAll();

        assertThat(steps.waits)
                .containsExactly(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(3));
        assertThat(sent.looks).isEqualTo(3);
    }

    @Test
    void looksAgainBeforeItAppendsOnceMore() {
        sent.appendFails = new MailException.ServerUnreachable(null);
        sent.appendArrivesAllTheSame = true;
        SendMail sendMail = sendMail((account, draft) -> sendings.incrementAndGet());

        sendMail.send(outgoing(false));
        steps.runAll();

        assertThat(sent.copies).hasSize(1);
        assertThat(journal.state(ADA, "<m@oriel.test>")).contains(SendState.FILED);
    }

    @Test
    void tellsThatOnlyTheCopyIsMissingWhenTheMailboxIsFull() {
        sent.appendFails = new MailException.QuotaExceeded(null);
        SendMail sendMail = sendMail((account, draft) -> sendings.incrementAndGet());

        SendState state = sendMail.send(outgoing(false));
        steps.runAll();

        assertThat(state.sent()).isTrue();
        assertThat(journal.state(ADA, "<m@oriel.test>")).contains(SendState.NOT_FILED);
        assertThat(events.fired).contains(new SendSettled(ADA, "<m@oriel.test>", SendState.NOT_FILED));
        assertThat(sendMail.send(outgoing(true))).isEqualTo(SendState.NOT_FILED);
        assertThat(sendings).hasValue(1);
    }

    @Test
    void createsSentWhereThereIsNone() {
        sent.exists = false;
        SendMail sendMail = sendMail((account, draft) -> sendings.incrementAndGet());

        sendMail.send(outgoing(false));
        steps.runAll();

        assertThat(sent.created).isTrue();
        assertThat(sent.copies).hasSize(1);
    }

    private SendMail sendMail(MailSender sender) {
        FileSentCopy fileSentCopy = new FileSentCopy(account -> sent, journal, steps, events.of(Object.class));
        return new SendMail(sender, journal, fileSentCopy, events.of(MailSent.class));
    }

    private static Outgoing outgoing(boolean again) {
        Draft draft = new Draft(
                "<m@oriel.test>",
                new Address("", "ada@oriel.test"),
                List.of(new Address("", "grace@oriel.test")),
                List.of(),
                List.of(),
                "Hi",
                "",
                "Hi",
                "",
                List.of(),
                List.of());
        return new Outgoing(ADA, draft, ORIGINAL, Flag.ANSWERED, again);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
