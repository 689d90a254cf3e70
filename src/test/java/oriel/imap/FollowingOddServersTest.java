package oriel.imap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import oriel.mail.Body;
import oriel.mail.Flag;
import oriel.mail.MailException;
import oriel.mail.Marked;
import oriel.mail.Summary;
import oriel.mail.SyncState;
import oriel.mail.SyncStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the index is told of a mailbox whose server answers otherwise than it should. */
@Timeout(60)
class FollowingOddServersTest extends ThreeMessages {

    private SyncStore sync;
    private long validity;
    private long[] uids;

    @BeforeEach
    void follow() {
        sync = adapter.follow(account);
        validity = sync.state(INBOX).uidValidity();
        uids = sync.uids(INBOX, validity);
    }

    private List<Summary> summaries() {
        return sync.summaries(INBOX, validity, uids);
    }

    /** The same line if it ended a command, and nothing for all before it. */
    private static String refused(String line, String reason) {
        return line.matches("(?s)\\w+ OK .*") ? line.split(" ")[0] + " NO " + reason + "\r\n" : "";
    }

    @Test
    void tellsOfAMessageByItsHeadersWhereItsStructureMakesNoSense() {
        relay.answering(line ->
                line.startsWith("* 2 FETCH") ? line.replaceAll("BODYSTRUCTURE \\(", "BODYSTRUCTURE ((((") : line);

        assertThat(summaries()).extracting(each -> each.envelope().subject()).containsExactly("m3", "m2", "m1");
        assertThat(summaries()).extracting(Summary::messageId).contains("<m2@oriel.test>");
    }

    @Test
    void tellsOfAMessageOfWhichNothingCanBeReadAtAll() {
        relay.answering(line -> line.startsWith("* 2 FETCH") && line.contains("RFC822.SIZE")
                ? line.replaceAll("RFC822.SIZE \\d+", "RFC822.SIZE ((")
                : line);

        assertThat(summaries()).extracting(each -> each.envelope().subject()).containsExactly("m3", "", "m1");
        assertThat(summaries())
                .extracting(each -> each.envelope().ref().uid())
                .containsExactly(uids[2], uids[1], uids[0]);
    }

    @Test
    void tellsOfAllWhereTheServerCannotMakeOneStructure() {
        relay.answering(line -> {
            String asked = relay.commands().getLast();
            boolean all = asked.contains("BODYSTRUCTURE") && asked.matches(".* UID FETCH \\S*(\\b2\\b|1:3)\\S* .*");
            if (!all) {
                return line;
            }
            return refused(line, "Unable to load BODYSTRUCTURE");
        });

        assertThat(summaries()).extracting(each -> each.envelope().subject()).containsExactly("m3", "m2", "m1");
        assertThat(relay.commands("BODY.PEEK[HEADER])")).isEmpty();
    }

    @Test
    void doesNotTakeThrottlingForMessagesThatAreGone() {
        relay.answering(line -> {
            if (!relay.commands().getLast().contains("ENVELOPE")) {
                return line;
            }
            return refused(line, "Request is throttled.");
        });

        assertThatExceptionOfType(MailException.Throttled.class).isThrownBy(this::summaries);
    }

    @Test
    void readsTextsWhereStructuresMakeNoSense() {
        relay.answering(line -> line.replaceAll("BODYSTRUCTURE \\(", "BODYSTRUCTURE (((("));

        Map<Long, Body> texts = sync.texts(INBOX, validity, uids, 5);

        assertThat(texts).hasSize(3).allSatisfy((uid, text) -> assertThat(text).isEqualTo(Body.plain("Hello")));
    }

    @Test
    void doesNotTakeItsOwnQuestionsForNews() {
        adapter.dropChanges();

        sync.marks(INBOX, validity, 1, uids[2], -1);
        summaries();
        sync.texts(INBOX, validity, uids, 10);

        assertThat(adapter.dropChanges()).isZero();
    }

    @Test
    void asksWhatIsNotAnnouncedOfNobody() {
        relay.answering(line -> line.startsWith("* CAPABILITY") ? "* CAPABILITY IMAP4rev1 UIDPLUS\r\n" : line);
        relay.cut();

        sync.marks(INBOX, validity, 1, uids[2], 5);
        sync.uids(INBOX, validity);

        assertThat(relay.commands("CHANGEDSINCE")).isEmpty();
        assertThat(relay.commands("RETURN")).isEmpty();
    }

    @Test
    void tellsOfAllMarksWhereAFolderDoesNotCountChanges() throws Exception {
        try (WrongServer wrong = new WrongServer()) {
            wrong.answeringLines("OK done")
                    .answering("CAPABILITY", "* CAPABILITY " + WrongServer.CAPABILITIES + " CONDSTORE", "TAG OK done")
                    .answering("UID FETCH", "* 1 FETCH (UID 1 FLAGS (\\Seen Work))", "TAG OK done")
                    .answering("UID FETCH 1:1 (UID FLAGS) (CHANGEDSINCE", "TAG BAD no modification sequences")
                    .answering(
                            "STATUS",
                            "* STATUS INBOX (MESSAGES 1 UIDNEXT 2 UIDVALIDITY 7 UNSEEN 0 HIGHESTMODSEQ 0)",
                            "TAG OK done");
            Adapter other = new Adapter(MailServer.config(wrong.port()));
            other.signIn(wrong.account());
            SyncStore odd = other.follow(wrong.account());

            assertThat(odd.state(INBOX)).isEqualTo(new SyncState(INBOX, 7, 2, 1, 0, -1));
            assertThat(odd.marks(INBOX, 7, 1, 1, 12)).containsExactly(new Marked(1, Set.of(Flag.SEEN), Set.of("Work")));
            other.close();
        }
    }

    @Test
    void readsTheUidsOfAMillionMessages() throws Exception {
        String all = "* SEARCH "
                + String.join(
                        " ", Arrays.stream(million()).mapToObj(String::valueOf).toList());
        try (WrongServer big = new WrongServer()) {
            big.answering("UID SEARCH", all, "TAG OK done");
            Adapter other = new Adapter(MailServer.config(big.port()));
            other.signIn(big.account());

            assertThat(other.follow(big.account()).uids(INBOX, 7)).isEqualTo(million());
            other.close();
        }
    }

    private static long[] million() {
        long[] uids = new long[1_000_000];
        Arrays.setAll(uids, i -> 3_000_000_000L + 3L * i);
        return uids;
    }

    @Test
    void readsShortListsOfUids() throws Exception {
        assertThat(extended("* ESEARCH (TAG \"TAG\") UID ALL 1:3,5,9:8")).containsExactly(1, 2, 3, 5, 8, 9);
        assertThat(extended("* ESEARCH (TAG \"TAG\") UID COUNT 2 ALL 7,4 MODSEQ 12"))
                .containsExactly(4, 7);
        assertThat(extended("* ESEARCH (TAG \"TAG\") UID")).isEmpty();
        assertThatExceptionOfType(MailException.Unreadable.class)
                .isThrownBy(() -> extended("* ESEARCH (TAG \"TAG\") UID ALL 1:4294967295"));
    }

    private static long[] extended(String line) throws Exception {
        try (WrongServer server = new WrongServer()) {
            server.answeringLines("OK done")
                    .answering("CAPABILITY", "* CAPABILITY " + WrongServer.CAPABILITIES + " ESEARCH", "TAG OK done")
                    .answering("UID SEARCH RETURN (ALL) ALL", line, "TAG OK done");
            Adapter other = new Adapter(MailServer.config(server.port()));
            try {
                other.signIn(server.account());
                return other.follow(server.account()).uids(INBOX, 7);
            } finally {
                other.close();
            }
        }
    }
}
