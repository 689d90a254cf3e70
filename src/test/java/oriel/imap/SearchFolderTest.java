package oriel.imap;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.MessageRef;
import oriel.mail.SearchQuery;
import oriel.mail.SearchQuery.Before;
import oriel.mail.SearchQuery.Field;
import oriel.mail.SearchQuery.Marked;
import oriel.mail.SearchQuery.Since;
import oriel.mail.SearchQuery.Text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SearchFolderTest {

    private WrongServer server;
    private Adapter adapter;
    private MailStore store;

    @BeforeEach
    void start() throws Exception {
        server = new WrongServer();
        adapter = new Adapter(MailServer.config(server.port()));
        store = adapter.signIn(server.account());
    }

    @AfterEach
    void stop() throws Exception {
        adapter.close();
        server.close();
    }

    private List<MessageRef> search(SearchQuery.Criterion... criteria) {
        return store.search(FolderPath.INBOX, SearchQuery.of(criteria));
    }

    private String asked() {
        return server.commands().getLast();
    }

    @Test
    void namesNoCharsetForAscii() {
        search(new Text(Field.ANYWHERE, "report"), new Marked(Flag.SEEN, false), new Since(LocalDate.of(2026, 1, 9)));

        assertThat(asked()).isEqualTo("UID SEARCH TEXT report UNSEEN SINCE 9-Jan-2026");
    }

    @Test
    void namesUtf8ForAnythingElse() {
        search(new Text(Field.SUBJECT, "Grüße"), new Before(LocalDate.of(2026, 12, 31)));

        assertThat(asked()).isEqualTo("UID SEARCH CHARSET UTF-8 SUBJECT Grüße BEFORE 31-Dec-2026");
    }

    @Test
    void searchesAmongSomeMessagesOnly() {
        search(SearchQuery.Uids.covering(new long[] {1, 2, 3, 7, 9}, 2), new Text(Field.BODY, "x"));

        assertThat(asked()).isEqualTo("UID SEARCH UID 1:3,7:9 BODY x");
    }

    @Test
    void searchesForKeywords() {
        search(new Marked(Flag.FORWARDED, true), new Marked(Flag.JUNK, false));

        assertThat(asked()).isEqualTo("UID SEARCH KEYWORD $Forwarded UNKEYWORD $Junk");
    }

    @Test
    void namesTheNewestFirst() {
        server.answering("UID SEARCH", "* SEARCH 3 1", "* SEARCH 12 1", "TAG OK done");

        assertThat(search()).extracting(MessageRef::uid).containsExactly(12L, 3L, 1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NO [BADCHARSET (US-ASCII)] The specified charset is not supported.", "BAD Unknown charset"})
    void saysThatTheServerDoesNotKnowTheAlphabet(String answer) {
        server.answering("UID SEARCH", "TAG " + answer);

        assertThatExceptionOfType(MailException.CannotSearch.class)
                .isThrownBy(() -> search(new Text(Field.BODY, "日本語")));
        assertThat(server.commands()).noneMatch(each -> each.contains("FETCH"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NO Request is throttled. Suggested Backoff Time: 1000 milliseconds",
                "BAD Request is throttled. Suggested Backoff Time: 1000 milliseconds",
            })
    void doesNotTakeThrottlingForAnEmptyResult(String answer) {
        server.answering("UID SEARCH", "TAG " + answer);

        assertThatExceptionOfType(MailException.Throttled.class)
                .isThrownBy(() -> search(new Text(Field.BODY, "Grüße")));
        assertThat(server.commands()).noneMatch(each -> each.contains("FETCH"));
    }

    @Test
    void doesNotTakeARefusalForAnEmptyResult() {
        server.answering("UID SEARCH", "TAG NO not today");

        assertThatExceptionOfType(MailException.Refused.class).isThrownBy(() -> search(new Text(Field.BODY, "x")));
    }

    @Test
    void leavesOutWhatIsHidden() {
        server.answeringLines("OK [CAPABILITY IMAP4rev1] done");

        search(new Text(Field.BODY, "x"));

        assertThat(asked()).isEqualTo("UID SEARCH UNDELETED BODY x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\0b", " ", ""})
    void refusesWhatIsNoLineOfText(String text) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Text(Field.BODY, text));
    }
}
