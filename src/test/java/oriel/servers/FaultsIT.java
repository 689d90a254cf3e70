package oriel.servers;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.fixture.Mails;
import oriel.mail.Envelope;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.Message;
import oriel.mail.MessageRef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What goes wrong between Oriel and a real server; each time what was told is compared with what lies on the server. */
@NeedsMailServers
class FaultsIT extends BeforeDovecot {

    @Test
    void saysThatTheServerIsDownAndNotThatThePasswordIsWrong() throws Exception {
        relay.close();

        assertThatExceptionOfType(MailException.ServerUnreachable.class).isThrownBy(() -> store.folders());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500, 5_000, 100_000, 500_000, 524_000, 600_000, 900_000, 1_300_000})
    void readsTheWholeAttachmentOrNoneWhereverTheConnectionIsCut(int bytes) throws Exception {
        byte[] content = new byte[900_000];
        new Random(3).nextBytes(content);
        ledger.add("INBOX", Mails.withAttachment("<big@oriel.test>", "big", content));
        Message message = store.message(named("big"));
        AtomicReference<byte[]> read = new AtomicReference<>();

        relay.cutAfter(bytes);
        try {
            store.part(
                    message.ref(),
                    message.attachments().getFirst().part(),
                    (attachment, in) -> read.set(in.readAllBytes()));
        } catch (MailException | UncheckedIOException e) {
            read.set(null);
        }

        assertThat(read.get())
                .satisfiesAnyOf(
                        all -> assertThat(all).isNull(), all -> assertThat(all).isEqualTo(content));
        assertThat(subjects(FolderPath.INBOX)).containsExactly("big", "third", "second", "first");
    }

    @Test
    void goesOnAtTheNextClickAfterTheServerHungUp() {
        assertThat(subjects(FolderPath.INBOX)).hasSize(3);

        servers.rich().kick(user);

        assertThat(subjects(FolderPath.INBOX)).hasSize(3);
        store.flag(List.of(named("first")), Flag.FLAGGED, true);
        assertThat(ledger.entries()).contains(entry("first", "INBOX") + " \\Flagged");
    }

    @Test
    void touchesNothingInAFolderThatWasMadeAnew() throws Exception {
        store.createFolder(new FolderPath("Project"));
        ledger.add("Project", Mails.plain("<old@oriel.test>", "old", "x"));
        MessageRef old =
                store.page(new FolderPath("Project"), 0, 10).rows().getFirst().ref();
        servers.rich().doveadm("mailbox", "delete", "-u", user, "Project");
        servers.rich().doveadm("mailbox", "create", "-u", user, "Project");
        // Dovecot makes a folder anew once more if somebody touches its deleted namesake: mail comes after that.
        assertThatNoClickWorks(old);
        ledger.add("Project", Mails.plain("<new@oriel.test>", "new", "x"));
        Set<String> before = ledger.entries();

        assertThatNoClickWorks(old);

        assertThat(ledger.entries()).isEqualTo(before);
        assertThat(subjects(new FolderPath("Project"))).containsExactly("new");
    }

    @Test
    void neverTakesAnotherMessageForOneThatWasExpungedElsewhere() {
        List<MessageRef> refs = store.page(FolderPath.INBOX, 0, 10).rows().stream()
                .map(Envelope::ref)
                .toList();
        MessageRef second = refs.get(1);
        servers.rich().doveadm("expunge", "-u", user, "mailbox", "INBOX", "header", "subject", "second");
        Set<String> before = ledger.entries();

        // Until it says EXPUNGE, a server may still show the message to a connection that knew it (RFC 2180 section
        // 4.1).
        tellingIfGone(
                () -> assertThat(store.message(second).envelope().subject()).isEqualTo("second"));
        tellingIfGone(() -> store.flag(List.of(second), Flag.FLAGGED, true));
        tellingIfGone(() -> assertThat(store.move(List.of(second), ARCHIVE)).isEmpty());
        tellingIfGone(() -> store.delete(List.of(second)));

        assertThat(ledger.entries()).isEqualTo(before);
        assertThat(subjects(FolderPath.INBOX)).containsExactly("third", "first");
        assertThatExceptionOfType(MailException.MessageGone.class).isThrownBy(() -> store.message(second));
        assertThat(store.message(refs.get(2)).envelope().subject()).isEqualTo("first");
    }

    @Test
    void asksOnceWithAPasswordThatWasChangedMeanwhile() throws Exception {
        assertThat(subjects(FolderPath.INBOX)).hasSize(3);
        servers.setPassword(user, "another");
        servers.rich().kick(user);
        int before = relay.commands("AUTHENTICATE").size();

        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(MailException.LoginRefused.class).isThrownBy(() -> store.folders());
        }

        assertThat(relay.commands("AUTHENTICATE")).hasSize(before + 1);
    }

    @Test
    void goesOnAfterTheServerWasKilledAndStartedAgain() throws Exception {
        assertThat(subjects(FolderPath.INBOX)).hasSize(3);

        servers.rich().kill();
        assertThatExceptionOfType(MailException.ServerUnreachable.class).isThrownBy(() -> store.folders());
        servers.reviveRich();

        assertThat(subjects(FolderPath.INBOX)).hasSize(3);
    }
}
