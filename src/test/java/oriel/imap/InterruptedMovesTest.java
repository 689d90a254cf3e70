package oriel.imap;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.fixture.Mails;
import oriel.mail.Envelope;
import oriel.mail.MailException;
import oriel.mail.MessageRef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Moves that are cut anywhere: no message is lost, none is there twice once the move was tried again. */
@Timeout(60)
class InterruptedMovesTest extends ThreeMessages {

    private static final UnaryOperator<String> WITHOUT_BOTH =
            line -> WITHOUT_MOVE.apply(line).replace(" UIDPLUS", "");

    /** Cuts at the answer to a command, as often as said. */
    private void cutAfter(String command, int times, UnaryOperator<String> usual) {
        AtomicInteger left = new AtomicInteger(times);
        relay.answering(line -> {
            String last = relay.commands().stream()
                    .filter(each -> each.matches("[A-Z]+\\d+ .*"))
                    .reduce("", (before, each) -> each);
            if (last.contains(command) && line.startsWith(last.split(" ")[0]) && left.getAndDecrement() > 0) {
                relay.cut();
            }
            return usual.apply(line);
        });
    }

    private void assertMoved(List<MessageRef> moved) {
        assertThat(subjects(INBOX)).containsExactly("m3", "m1");
        assertThat(subjects(TRASH)).containsExactly("m2");
        assertThat(moved).extracting(each -> store.message(each).messageId()).containsExactly("<m2@oriel.test>");
    }

    @Test
    void findsOutWhereAMessageIsIfTheAnswerIsLost() {
        MessageRef m2 = named("m2");
        cutAfter("UID MOVE", 1, UnaryOperator.identity());

        List<MessageRef> moved = store.move(List.of(m2), TRASH);

        assertMoved(moved);
        assertThat(relay.commands("UID MOVE")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UID COPY", "UID STORE", "UID EXPUNGE"})
    void finishesAMoveWithoutCopyingAgain(String command) {
        relay.answering(WITHOUT_MOVE);
        MessageRef m2 = named("m2");
        cutAfter(command, 1, WITHOUT_MOVE);

        List<MessageRef> moved = store.move(List.of(m2), TRASH);

        assertMoved(moved);
        assertThat(relay.commands("UID COPY")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"UID MOVE, UID MOVE", "UID COPY, UID COPY", "UID STORE, UID COPY"})
    void copiesNothingAgainIfTheUserTriesAgainLater(String command, String once) {
        UnaryOperator<String> usual = command.endsWith("MOVE") ? UnaryOperator.identity() : WITHOUT_MOVE;
        relay.answering(usual);
        MessageRef m2 = named("m2");
        cutForGood(command, usual);

        assertThatExceptionOfType(MailException.ServerUnreachable.class)
                .isThrownBy(() -> store.move(List.of(m2), TRASH));
        relay.answering(usual);
        List<MessageRef> moved = store.move(List.of(m2), TRASH);

        assertMoved(moved);
        assertThat(relay.commands(once)).hasSize(1);
    }

    /** Cuts at the answer to a command and at everything after it. */
    private void cutForGood(String command, UnaryOperator<String> usual) {
        relay.answering(line -> {
            if (!relay.commands(command).isEmpty()) {
                relay.cut();
            }
            return usual.apply(line);
        });
    }

    @Test
    void movesWhatNeverReachedTheServer() {
        MessageRef m2 = named("m2");
        relay.cutBefore("UID MOVE");

        assertMoved(store.move(List.of(m2), TRASH));
    }

    @Test
    void takesNoOlderMessageForTheOneThatWasMoved() throws Exception {
        server.deliver(account, TRASH, Mails.plain("<m2@oriel.test>", "older", "Hello."));
        MessageRef m2 = named("m2");
        relay.cutBefore("UID MOVE");

        store.move(List.of(m2), TRASH);

        assertThat(subjects(TRASH)).containsExactly("m2", "older");
        assertThat(subjects(INBOX)).containsExactly("m3", "m1");
    }

    @Test
    void hidesWhatItCannotExpunge() {
        relay.answering(WITHOUT_BOTH);
        MessageRef m1 = named("m1");
        MessageRef m2 = named("m2");

        List<MessageRef> moved = store.move(List.of(m2), TRASH);

        assertMoved(moved);
        assertThat(store.page(INBOX, 0, 10).total()).isEqualTo(2);
        assertThat(store.page(INBOX, 1, 10).rows())
                .extracting(Envelope::subject)
                .containsExactly("m1");
        assertThat(store.status(INBOX).messages()).isEqualTo(2);
        assertThat(store.status(INBOX).unread()).isEqualTo(2);
        assertThat(store.position(m1)).isEqualTo(1);
        assertThat(store.find(INBOX, "<m2@oriel.test>")).isEmpty();
        assertThatExceptionOfType(MailException.MessageGone.class).isThrownBy(() -> store.message(m2));
        assertThatExceptionOfType(MailException.MessageGone.class).isThrownBy(() -> store.move(List.of(m2), TRASH));
    }

    @Test
    void movesBackWhatItHides() {
        relay.answering(WITHOUT_BOTH);

        store.move(store.move(List.of(named("m2")), TRASH), INBOX);

        assertThat(subjects(INBOX)).containsExactlyInAnyOrder("m1", "m2", "m3");
        assertThat(subjects(TRASH)).isEmpty();
    }
}
