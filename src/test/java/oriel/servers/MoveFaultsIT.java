package oriel.servers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.fixture.Mails;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.MessageRef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Moves and copies that a real Dovecot refuses, cannot do at once, or whose answers are lost. */
@NeedsMailServers
class MoveFaultsIT extends BeforeDovecot {

    @ParameterizedTest
    @ValueSource(strings = {"MOVE", "COPY", "STORE", "EXPUNGE"})
    void losesAndDoublesNothingIfTheAnswerToAMoveIsLost(String lost) {
        boolean poor = !lost.equals("MOVE");
        if (poor) {
            relay.answering(line -> line.replace(" MOVE", ""));
        }
        MessageRef second = named("second");
        List<String> told = new ArrayList<>();

        cutAtAnswerTo(lost, poor);
        try {
            store.move(List.of(second), ARCHIVE);
            told.add("moved");
        } catch (MailException e) {
            told.add(e.getClass().getSimpleName());
        }
        relay.answering(line -> poor ? line.replace(" MOVE", "") : line);

        assertThat(ledger.copies("<second@oriel.test>"))
                .as("copies, told: " + told)
                .isBetween(1L, 2L);
        List<String> shown = new ArrayList<>(subjects(FolderPath.INBOX));
        shown.addAll(subjects(ARCHIVE));
        assertThat(shown).contains("second");
        if (told.contains("moved")) {
            assertThat(subjects(ARCHIVE)).containsExactly("second");
            assertThat(subjects(FolderPath.INBOX)).doesNotContain("second");
        }
    }

    /** Cuts the connection instead of passing the first tagged answer to a command on. */
    private void cutAtAnswerTo(String command, boolean withoutMove) {
        boolean[] done = {false};
        relay.answering(line -> {
            List<String> sent = relay.commands(command);
            if (!done[0] && !sent.isEmpty() && line.startsWith(tag(sent.getLast()) + " ")) {
                done[0] = true;
                relay.cut();
                return "";
            }
            return withoutMove ? line.replace(" MOVE", "") : line;
        });
    }

    private static String tag(String command) {
        return command.split(" ", 2)[0];
    }

    @Test
    void expungesExactlyTheMovedOnesWhereThereIsNoMove() {
        relay.answering(line -> line.replace(" MOVE", ""));
        servers.rich()
                .doveadm("flags", "add", "-u", user, "\\Deleted", "mailbox", "INBOX", "header", "subject", "first");

        store.move(List.of(named("second")), ARCHIVE);

        assertThat(ledger.entries())
                .isEqualTo(new TreeSet<>(Set.of(
                        entry("first", "INBOX") + " \\Deleted", entry("third", "INBOX"), entry("second", "Archive"))));
        assertThat(relay.commands("EXPUNGE")).allMatch(line -> line.contains("UID EXPUNGE"));
        assertThat(relay.commands("CLOSE")).isEmpty();
    }

    @Test
    void hidesTheMovedOnesWhereTheServerCanNeitherMoveNorExpungeThem() {
        relay.answering(line -> line.replace(" MOVE", "").replace(" UIDPLUS", ""));
        servers.rich()
                .doveadm("flags", "add", "-u", user, "\\Deleted", "mailbox", "INBOX", "header", "subject", "first");

        store.move(List.of(named("second")), ARCHIVE);

        assertThat(ledger.entries())
                .contains(entry("first", "INBOX") + " \\Deleted", entry("second", "Archive"), entry("third", "INBOX"));
        assertThat(subjects(FolderPath.INBOX)).doesNotContain("second");
        assertThat(relay.commands("EXPUNGE")).isEmpty();
        assertThat(relay.commands("CLOSE")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void deletesNothingIfTheCopyFailed(boolean canMove) {
        relay.answering(line -> canMove ? line : line.replace(" MOVE", ""));
        MessageRef second = named("second");
        Set<String> before = ledger.entries();

        assertThatThrownBy(() -> store.move(List.of(second), new FolderPath("Nowhere")))
                .isInstanceOf(MailException.class);

        assertThat(ledger.entries()).isEqualTo(before);
        assertThat(relay.commands("STORE")).isEmpty();
    }

    @Test
    void saysThatThereIsNoRoomAndKeepsTheMessage() throws IOException {
        Ledger full = new Ledger(servers.rich(), MailServers.FULL);
        full.add("INBOX", Mails.withAttachment("<large@oriel.test>", "large", new byte[600_000]));
        Set<String> before = full.entries();
        relay.answering(line -> line.replace(" MOVE", ""));
        MailStore small = adapter.signIn(MailServers.account(MailServers.FULL));
        MessageRef large = small.page(FolderPath.INBOX, 0, 1).rows().getFirst().ref();

        assertThatExceptionOfType(MailException.QuotaExceeded.class)
                .isThrownBy(() -> small.move(List.of(large), ARCHIVE));

        assertThat(full.entries()).isEqualTo(before);
    }
}
