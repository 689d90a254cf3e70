package oriel.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.account.ServerConfig;
import oriel.account.ServerConfig.Server;
import oriel.account.ServerConfig.Tls;
import oriel.fixture.Mails;
import oriel.imap.Adapter;
import oriel.imap.Relay;
import oriel.mail.Envelope;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.Message;
import oriel.mail.MessageRef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What goes wrong between Oriel and a real server; each time what was told is compared with what lies on the server. */
@NeedsMailServers
class FaultsIT {

    private static final FolderPath ARCHIVE = new FolderPath("Archive");

    private final MailServers servers = MailServers.get();
    private final String user = servers.newUser();
    private final Ledger ledger = new Ledger(servers.rich(), user);
    private Relay relay;
    private Adapter adapter;
    private MailStore store;

    @BeforeEach
    void start() throws Exception {
        for (String subject : List.of("first", "second", "third")) {
            ledger.add("INBOX", Mails.plain("<" + subject + "@oriel.test>", subject, "Text of " + subject + "."));
        }
        relay = new Relay(servers.rich().imap());
        Server server = new Server("127.0.0.1", relay.port(), Tls.NONE);
        Duration patience = Duration.ofSeconds(10);
        adapter = new Adapter(
                new ServerConfig(server, server, patience, patience, 3, Duration.ofSeconds(10), Duration.ofMinutes(5)));
        store = adapter.signIn(MailServers.account(user));
    }

    @AfterEach
    void stop() throws Exception {
        adapter.close();
        relay.close();
    }

    private List<String> subjects(FolderPath folder) {
        return store.page(folder, 0, 100).rows().stream().map(Envelope::subject).toList();
    }

    private MessageRef named(String subject) {
        return store.page(FolderPath.INBOX, 0, 100).rows().stream()
                .filter(row -> row.subject().equals(subject))
                .findFirst()
                .orElseThrow()
                .ref();
    }

    private static String entry(String subject, String folder) {
        return "<" + subject + "@oriel.test> " + folder;
    }

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

    private void assertThatNoClickWorks(MessageRef old) {
        for (Runnable click : List.<Runnable>of(
                () -> store.flag(List.of(old), Flag.SEEN, true),
                () -> store.message(old),
                () -> store.move(List.of(old), ARCHIVE),
                () -> store.delete(List.of(old)))) {
            assertThatExceptionOfType(MailException.FolderChangedUnderUs.class).isThrownBy(click::run);
        }
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

    private static void tellingIfGone(Runnable click) {
        try {
            click.run();
        } catch (MailException.MessageGone e) {
            // told
        }
    }

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
