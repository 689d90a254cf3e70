package oriel.imap;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import oriel.account.Account;
import oriel.fixture.Mails;
import oriel.fixture.Tokens;
import oriel.mail.Address;
import oriel.mail.Draft;
import oriel.mail.Flag;
import oriel.mail.Folder;
import oriel.mail.MailException;
import oriel.mail.Message;
import oriel.mail.MessageRef;
import oriel.mail.SpecialUse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Servers that can less, or answer otherwise, than they should: GreenMail with its answers rewritten. */
@Timeout(60)
class OddServersTest extends ThreeMessages {

    private static final UnaryOperator<String> WITHOUT_UIDPLUS = line -> line.replace(" UIDPLUS", "");
    private static final UnaryOperator<String> WITHOUT_PLACES =
            line -> line.replaceAll("\\[(COPYUID|APPENDUID)[^\\]]*] ?", "");

    private static Draft draft() {
        return new Draft(
                "<draft@oriel.test>",
                new Address("", "ada@oriel.test"),
                List.of(),
                List.of(),
                List.of(),
                "draft",
                "",
                "x",
                "",
                List.of(),
                List.of());
    }

    @Test
    void copiesBeforeItDeletesWhereThereIsNoMove() {
        relay.answering(WITHOUT_MOVE);

        List<MessageRef> moved = store.move(List.of(named("m2")), TRASH);

        assertThat(relay.commands("UID "))
                .filteredOn(line -> line.matches(".*UID (COPY|STORE|EXPUNGE|MOVE).*"))
                .extracting(line -> line.split(" ")[2])
                .containsExactly("COPY", "STORE", "EXPUNGE");
        assertThat(subjects(INBOX)).containsExactly("m3", "m1");
        assertThat(store.message(moved.getFirst()).envelope().subject()).isEqualTo("m2");
    }

    @Test
    void neverExpungesWhatOthersMarkedWhereItCannotNameMessages() {
        relay.answering(WITHOUT_MOVE.andThen(WITHOUT_UIDPLUS)::apply);
        MessageRef m1 = named("m1");
        store.flag(List.of(m1), Flag.DELETED, true);

        store.move(List.of(named("m2")), TRASH);
        store.delete(List.of(named("m3")));

        assertThat(relay.commands("EXPUNGE")).isEmpty();
        assertThat(relay.commands("CLOSE")).isEmpty();
        assertThat(subjects(TRASH)).containsExactly("m2");
        // It is hidden there.
        store.flag(List.of(m1), Flag.DELETED, false);
        assertThat(subjects(INBOX)).containsExactly("m1");
    }

    @Test
    void findsMovedMessagesByTheirMessageIdIfNotToldWhereTheyAre() {
        relay.answering(WITHOUT_PLACES);

        List<MessageRef> moved = store.move(List.of(named("m1"), named("m3")), TRASH);

        assertThat(moved).hasSize(2);
        assertThat(moved)
                .extracting(ref -> store.message(ref).messageId())
                .containsExactlyInAnyOrder("<m1@oriel.test>", "<m3@oriel.test>");
    }

    @Test
    void tellsNoPlaceOfAMovedMessageThatAnotherOneCouldBeTakenFor() {
        AtomicBoolean delivered = new AtomicBoolean();
        relay.answering(line -> {
            if (!relay.commands("UID MOVE").isEmpty() && !delivered.getAndSet(true)) {
                deliverMeanwhile(Mails.plain("<m1@oriel.test>", "m1", "Another one."));
            }
            return WITHOUT_PLACES.apply(line);
        });

        List<MessageRef> moved = store.move(List.of(named("m1"), named("m3")), TRASH);

        assertThat(moved).extracting(ref -> store.message(ref).messageId()).containsExactly("<m3@oriel.test>");
    }

    private void deliverMeanwhile(byte[] message) {
        try {
            server.deliver(account, TRASH, message);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void appendsWithoutBeingToldWhere() {
        relay.answering(WITHOUT_PLACES);

        assertThat(store.append(TRASH, draft(), Set.of())).isEmpty();
        assertThat(store.find(TRASH, "<draft@oriel.test>")).isPresent();
    }

    @Test
    void deletesNothingIfTheCopyFailed() {
        MessageRef m1 = named("m1");
        relay.cut();
        relay.answering(line -> WITHOUT_MOVE
                .apply(line)
                .replaceFirst("^(\\S+) OK .*COPY completed.*", "$1 NO [OVERQUOTA] The mailbox is full"));

        assertThatExceptionOfType(MailException.QuotaExceeded.class).isThrownBy(() -> store.move(List.of(m1), TRASH));

        assertThat(relay.commands("STORE")).isEmpty();
        assertThat(subjects(INBOX)).contains("m1");
    }

    @Test
    void doesNotAppendTwiceIfTheAnswerIsLost() {
        store.page(TRASH, 0, 10);
        relay.answering(line -> {
            if (line.contains("APPENDUID")) {
                relay.cut();
            }
            return line;
        });

        assertThatExceptionOfType(MailException.ServerUnreachable.class)
                .isThrownBy(() -> store.append(TRASH, draft(), Set.of()));

        relay.answering(UnaryOperator.identity());
        assertThat(subjects(TRASH)).containsExactly("draft");
    }

    @Test
    void showsTheOtherRowsIfOneStructureMakesNoSense() {
        relay.answering(
                line -> line.contains("* 2 FETCH") ? line.replaceAll("BODYSTRUCTURE \\(", "BODYSTRUCTURE ((((") : line);

        assertThat(subjects(INBOX)).contains("m3", "m1");
        assertThat(store.page(INBOX, 0, 10).rows()).hasSize(3);
    }

    @Test
    void listsWithoutStructuresIfTheServerCannotMakeThem() {
        store.page(TRASH, 0, 10);
        relay.answering(line -> {
            if (!relay.commands().getLast().contains("BODYSTRUCTURE")) {
                return line;
            }
            return line.startsWith("*") ? "" : line.split(" ")[0] + " NO Unable to load BODYSTRUCTURE\r\n";
        });

        assertThat(subjects(INBOX)).containsExactly("m3", "m2", "m1");
        assertThat(relay.commands("ENVELOPE")).hasSizeLessThan(9);
    }

    @Test
    void doesNotTakeThrottlingForAnEmptyFolder() {
        store.page(INBOX, 0, 10);
        relay.answering(line -> {
            if (!relay.commands().getLast().contains("ENVELOPE")) {
                return line;
            }
            return line.startsWith("*") ? "" : line.split(" ")[0] + " NO Request is throttled.\r\n";
        });

        assertThatExceptionOfType(MailException.Throttled.class).isThrownBy(() -> store.page(INBOX, 0, 10));
    }

    @Test
    void opensALargeMessageWholeIfItsStructureMakesNoSense() throws Exception {
        byte[] content = new byte[200_000];
        new Random(3).nextBytes(content);
        server.deliver(account, INBOX, Mails.withAttachment("<big@oriel.test>", "big", content));
        MessageRef big = named("big");
        relay.answering(line -> line.replaceAll("BODYSTRUCTURE \\(", "BODYSTRUCTURE oops ("));
        ByteArrayOutputStream read = new ByteArrayOutputStream();

        Message message = store.message(big);
        store.part(big, message.attachments().getFirst().part(), (attachment, bytes) -> bytes.transferTo(read));

        assertThat(message.bodies().getFirst().content()).contains("See the file.");
        assertThat(read.toByteArray()).isEqualTo(content);
    }

    @Test
    void neverShowsHalfAnAttachment() throws Exception {
        server.deliver(account, INBOX, Mails.withAttachment("<big@oriel.test>", "big", new byte[2_000_000]));
        MessageRef big = named("big");
        Message message = store.message(big);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        relay.cutAfter(1_500_000);

        assertThatExceptionOfType(MailException.ServerUnreachable.class)
                .isThrownBy(() -> store.part(
                        big, message.attachments().getFirst().part(), (attachment, bytes) -> bytes.transferTo(read)));
        assertThat(read.size()).isLessThan(2_000_000);
    }

    @Test
    void storesNoKeywordWhereTheServerKeepsNone() {
        relay.answering(line -> line.contains("PERMANENTFLAGS")
                ? "* OK [PERMANENTFLAGS (\\Seen \\Answered \\Flagged \\Deleted \\Draft $MDNSent)] Limited\r\n"
                : line);

        store.flag(List.of(named("m1")), Flag.FORWARDED, true);

        assertThat(relay.commands("STORE")).isEmpty();
    }

    @Test
    void saysThatTheMailboxDidNotOpen() {
        relay.answering(line -> line.contains(" OK LIST") || line.contains("LIST completed")
                ? line.split(" ")[0] + " BAD User is authenticated but not connected.\r\n* BYE Connection closed.\r\n"
                : line);

        assertThatExceptionOfType(MailException.NotConnected.class).isThrownBy(() -> adapter.check.check(account));
    }

    @Test
    void saysThatPasswordsAreNotTaken() {
        relay.answering(line -> relay.commands("LOGIN").isEmpty()
                ? line
                : line.replaceFirst(
                        "^([A-Z]+\\d+) .*", "$1 NO Basic authentication is disabled.\r\n* BYE Connection closed."));

        assertThatExceptionOfType(MailException.PasswordsDisabled.class).isThrownBy(() -> adapter.check.check(account));
    }

    @Test
    void neverSendsATokenAsAPassword() {
        relay.answering(line -> line.replace(" AUTH=XOAUTH2", ""));
        Account token = new Account(account.id(), Tokens.token(account.id().value(), "secret-token"));

        assertThatExceptionOfType(MailException.class).isThrownBy(() -> adapter.check.check(token));

        assertThat(relay.commands("secret-token")).isEmpty();
        assertThat(relay.commands("LOGIN")).isEmpty();
    }

    @Test
    void hidesWhatHoldsNoMailWhereTheServerIsLikeOutlook() {
        relay.answering(line -> line.contains("* LIST") && line.contains("\"Trash\"")
                ? """
                * LIST (\\HasNoChildren \\Trash) "/" "Gel&APY-schte Elemente"
                * LIST (\\HasNoChildren \\Sent) "/" "Gesendet"
                * LIST (\\HasNoChildren) "/" "Sent Items"
                * LIST (\\HasNoChildren) "/" "Calendar"
                * LIST (\\HasChildren) "/" "Sync Issues"
                * LIST (\\HasNoChildren) "/" "Sync Issues/Conflicts"
                * LIST (\\HasNoChildren) "/" "Archive"
                * LIST (\\Noselect) "/" "Groups"
                """.replace("\n", "\r\n")
                : line.contains("* LIST") && !line.contains("INBOX") ? "" : line);

        List<Folder> folders = store.folders();

        assertThat(folders)
                .filteredOn(folder -> folder.use() != SpecialUse.NONE)
                .extracting(folder -> folder.path().value())
                .containsExactly("INBOX", "Gesendet", "Archive", "Gelöschte Elemente");
        assertThat(folders)
                .filteredOn(folder -> !folder.mail())
                .extracting(folder -> folder.path().value())
                .containsExactly("Calendar", "Sync Issues", "Sync Issues/Conflicts");
        assertThat(folders)
                .filteredOn(folder -> !folder.selectable())
                .extracting(Folder::name)
                .containsExactly("Groups");
        assertThat(folders)
                .filteredOn(folder -> folder.depth() == 1)
                .extracting(Folder::name)
                .containsExactly("Conflicts");
    }
}
