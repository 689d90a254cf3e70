package oriel.imap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.mail.Address;
import oriel.mail.Body;
import oriel.mail.Envelope;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.Message;
import oriel.mail.MessageRef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Servers that mean well and answer wrongly: rows and messages are shown as far as they go. */
@Timeout(60)
class WrongAnswersTest {

    private static final FolderPath INBOX = FolderPath.INBOX;
    private static final MessageRef ONE = new MessageRef(INBOX, 7, 1);
    private static final String STRUCTURE = "(\"text\" \"plain\" (\"charset\" \"utf-8\") NIL NIL \"7bit\" 5 1)";
    private static final String SOURCE = """
            From: Ada <ada@oriel.test>
            Subject: from the headers
            Message-ID: <1@oriel.test>

            Hello.
            """.replace("\n", "\r\n");

    private WrongServer server;
    private Adapter adapter;
    private MailStore store;

    @BeforeEach
    void start() throws Exception {
        server = new WrongServer();
        adapter = new Adapter(MailServer.config(server.port()));
        store = adapter.signIn(server.account());
        fetching("FLAGS ()", STRUCTURE, "(NIL \"hello\" NIL NIL NIL NIL NIL NIL NIL NIL)", SOURCE);
    }

    @AfterEach
    void stop() throws Exception {
        adapter.close();
        server.close();
    }

    /** Answers to FETCH by what is asked for, with the message's parts as given. */
    private void fetching(String flags, String structure, String envelope, String source) {
        WrongServer.Answer answer = (tag, out) -> {
            String asked = server.commands().getLast();
            StringBuilder items = new StringBuilder("UID 1 " + flags);
            items.append(asked.contains("RFC822.SIZE") ? " RFC822.SIZE 99999999" : "");
            items.append(asked.contains("INTERNALDATE") ? " INTERNALDATE \" 1-Jan-2026 00:00:00 +0000\"" : "");
            items.append(asked.contains("BODYSTRUCTURE") ? " BODYSTRUCTURE " + structure : "");
            items.append(asked.contains("ENVELOPE") ? " ENVELOPE " + envelope : "");
            items.append(asked.contains("BODY.PEEK[HEADER]") ? literal("BODY[HEADER]", source) : "");
            items.append(asked.contains("BODY.PEEK[]<0.") ? literal("BODY[]<0>", source) : "");
            write(out, "* 1 FETCH (" + items + ")\r\n" + tag + " OK done\r\n");
        };
        server.answering("FETCH", answer).answering("UID FETCH", answer);
    }

    private static String literal(String item, String text) {
        return " " + item + " {" + text.getBytes(StandardCharsets.UTF_8).length + "}\r\n" + text;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private Envelope row() {
        List<Envelope> rows = store.page(INBOX, 0, 10).rows();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    @Test
    void readsWhatIsRight() {
        assertThat(row().subject()).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(NIL \"unclosed NIL NIL NIL NIL NIL NIL NIL NIL)",
                "(NIL \"raw \"quotes\" inside\" NIL NIL NIL NIL NIL NIL NIL NIL)",
                "NIL",
                "()",
                "(NIL subject NIL NIL NIL NIL NIL NIL NIL NIL)",
            })
    void readsTheHeadersIfTheEnvelopeMakesNoSense(String envelope) {
        fetching("FLAGS (\\Seen)", STRUCTURE, envelope, SOURCE);

        assertThat(row().subject()).isEqualTo("from the headers");
        assertThat(row().from()).containsExactly(new Address("Ada", "ada@oriel.test"));
        assertThat(row().flags()).containsExactly(Flag.SEEN);
    }

    @Test
    void readsRawUtf8() {
        fetching("FLAGS ()", STRUCTURE, "(NIL \"Grüße 日本\" NIL NIL NIL NIL NIL NIL NIL NIL)", SOURCE);

        assertThat(row().subject()).isEqualTo("Grüße 日本");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NIL",
                "oops",
                "((((",
                "(\"text\" NIL NIL NIL NIL NIL NIL NIL)",
                "(NIL NIL NIL NIL NIL NIL NIL)",
                "((\"text\" \"plain\" NIL NIL NIL \"7bit\" 5 1) \"mixed\" NIL NL (N\"x\"))",
            })
    void listsAndOpensAMessageWhoseStructureMakesNoSense(String structure) {
        fetching("FLAGS ()", structure, "(NIL \"hello\" NIL NIL NIL NIL NIL NIL NIL NIL)", SOURCE);

        assertThat(row().subject()).isEqualTo("hello");
        assertThat(store.message(ONE).bodies().getFirst().content()).contains("Hello.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO Unable to load BODYSTRUCTURE", "BAD Unable to load BODYSTRUCTURE"})
    void listsAMessageThatHasNoStructure(String refusal) {
        fetching("FLAGS ()", STRUCTURE, "(NIL \"hello\" NIL NIL NIL NIL NIL NIL NIL NIL)", SOURCE);
        WrongServer.Answer usual = server.answerTo("FETCH");
        server.answering("FETCH", (tag, out) -> {
            if (server.commands().getLast().contains("BODYSTRUCTURE")) {
                write(out, tag + " " + refusal + "\r\n");
            } else {
                usual.to(tag, out);
            }
        });

        assertThat(row().subject()).isEqualTo("hello");
    }

    @Test
    void opensALargeMessageWholeIfItHasNoStructure() {
        String large = SOURCE + "word ".repeat(60_000);
        fetching("FLAGS ()", "(oops)", "NIL", large);

        Message message = store.message(ONE);

        assertThat(message.envelope().subject()).isEqualTo("from the headers");
        assertThat(message.bodies().getFirst().content()).contains("Hello.");
    }

    @Test
    void doesNotMindMissingFlags() {
        fetching("", STRUCTURE, "(NIL \"hello\" NIL NIL NIL NIL NIL NIL NIL NIL)", SOURCE);

        assertThat(row().flags()).isEmpty();
        assertThat(store.message(ONE).envelope().unread()).isTrue();
    }

    @Test
    void believesNoSize() {
        assertThat(store.message(ONE).bodies().getFirst().content()).contains("Hello.");
        assertThat(row().size()).isEqualTo(99_999_999);
    }

    @Test
    void saysThatAMessageIsGoneOfWhichTheServerTellsNothing() {
        server.answering("FETCH", "TAG OK done").answering("UID FETCH", "TAG OK done");

        assertThat(store.page(INBOX, 0, 10).rows()).isEmpty();
        assertThatExceptionOfType(MailException.MessageGone.class).isThrownBy(() -> store.message(ONE));
        assertThatExceptionOfType(MailException.MessageGone.class)
                .isThrownBy(() -> store.source(ONE, new ByteArrayOutputStream()));
    }

    @Test
    void touchesNothingIfTheFolderIsMadeAnewWhileItIsSelected() {
        store.page(INBOX, 0, 10);
        server.answering("UID FETCH", "* OK [UIDVALIDITY 8] made anew", "* 1 FETCH (UID 1 FLAGS ())", "TAG OK done");

        assertThatExceptionOfType(MailException.FolderChangedUnderUs.class)
                .isThrownBy(() -> store.flag(List.of(ONE), Flag.SEEN, true));
        assertThatExceptionOfType(MailException.FolderChangedUnderUs.class)
                .isThrownBy(() -> store.move(List.of(ONE), new FolderPath("Trash")));
        assertThat(server.commands()).noneMatch(each -> each.matches("UID (STORE|MOVE|COPY).*"));
    }

    @Test
    void listsTheOtherFoldersIfOneMakesNoSense() {
        server.answering(
                "LIST",
                "* LIST ((((\\HasNoChildren \"/\" Bad",
                "* LIST () \"/",
                "* LIST",
                "* LIST () \"/\" NIL",
                "* LIST (\\HasNoChildren) \"/\" \"Good\"",
                "* LIST () NIL Flat",
                "TAG OK done");

        assertThat(store.folders())
                .extracting(each -> each.path().value())
                .contains("Good", "Flat")
                .doesNotContain("Bad");
    }

    @Test
    void explainsWhatExchangePutsInThePlaceOfAMessage() {
        fetching(
                "FLAGS ()",
                STRUCTURE,
                "(NIL \"x\" NIL NIL NIL NIL NIL NIL NIL NIL)",
                SOURCE.replace("Hello.", "Retrieval using the IMAP4 protocol failed for the following message: 12345"));

        assertThat(store.message(ONE).notes()).contains(Message.Note.NOT_CONVERTED);
        assertThat(store.message(ONE).bodies())
                .extracting(Body::content)
                .first()
                .asString()
                .contains("12345");
    }
}
