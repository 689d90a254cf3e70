package oriel.mime;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import oriel.mail.Body;
import oriel.mail.Message;
import oriel.mail.Message.Note;

import static org.assertj.core.api.Assertions.assertThat;

/** Messages of extreme size, number or depth; each is read within seconds and shown as far as the bounds allow. */
@Timeout(10)
class BombTest {

    @Test
    void stopsAtDeepNesting() throws Exception {
        Message message = Mime.parse(
                times(10_000, i -> "Content-Type: multipart/mixed; boundary=b" + i + "\n\n--b" + i + "\n") + "\nleaf");

        assertThat(message.notes()).containsExactly(Note.PARTS_CUT);
    }

    @Test
    void stopsAtMessagesInMessages() throws Exception {
        Message message = Mime.parse(times(10_000, i -> "Content-Type: message/rfc822\n\n") + "Subject: leaf\n\nx");

        assertThat(message.notes()).containsExactly(Note.PARTS_CUT);
        assertThat(message.attachments()).hasSizeBetween(45, 55);
        assertThat(MessageParts.find(
                                Mime.message(times(100, i -> "Content-Type: message/rfc822\n\n") + "\nx"),
                                message.attachments().getLast().part())
                        .attachment()
                        .type())
                .isEqualTo("message/rfc822");
    }

    @Test
    void showsTheFirstOfManyParts() throws Exception {
        Message message = Mime.parse(
                "Content-Type: multipart/mixed; boundary=b\n\n" + times(5_000, i -> "--b\n\n" + i + "\n") + "--b--");

        assertThat(message.bodies()).hasSize(PartWalk.MOST_TEXTS);
        assertThat(message.attachments()).hasSizeBetween(700, 800);
        assertThat(message.bodies().getFirst()).isEqualTo(Body.plain("0"));
        assertThat(message.notes()).containsExactly(Note.PARTS_CUT);
    }

    @Test
    void showsTheFirstOfManyRecipients() throws Exception {
        Message message =
                Mime.parse("Subject: all\nCc: " + times(100_000, i -> "u" + i + "@oriel.test,\n ") + "x@x\n\nhi");

        assertThat(message.cc()).hasSize(2_000);
        assertThat(message.notes()).containsExactly(Note.HEADERS_CUT);
        assertThat(message.envelope().subject()).isEqualTo("all");
    }

    @Test
    void readsPastAHugeHeaderThatNobodySees() throws Exception {
        Message message = Mime.parse("X-Big: " + "a".repeat(10_000_000) + "\nSubject: here\n\nhi");

        assertThat(message.envelope().subject()).isEqualTo("here");
        assertThat(message.bodies()).containsExactly(Body.plain("hi"));
    }

    @Test
    void cutsAHugeSubject() throws Exception {
        Message message = Mime.parse("Subject: " + times(100_000, i -> "=?utf-8?B?w6k=?=\n ") + "\n\nhi");

        assertThat(message.envelope().subject()).startsWith("ééé").hasSizeLessThan(32_768);
    }

    @Test
    void cutsALongText() throws Exception {
        Message message = Mime.parse("\n" + "a".repeat(5_000_000));

        assertThat(message.bodies().getFirst().content()).hasSize(2 << 20);
        assertThat(message.notes()).containsExactly(Note.TEXT_CUT);
    }

    @Test
    void showsSoMuchTextInAllAndNoMore() throws Exception {
        String part = "--b\n\n" + "a".repeat(2_000_000) + "\n";

        Message message = Mime.parse("Content-Type: multipart/mixed; boundary=b\n\n" + part.repeat(10) + "--b--");

        assertThat(message.bodies().stream()
                        .mapToInt(it -> it.content().length())
                        .sum())
                .isEqualTo(8 << 20);
        assertThat(message.notes()).containsExactly(Note.TEXT_CUT);
    }

    @Test
    void readsManySoftLineBreaks() throws Exception {
        Message message = Mime.parse("Content-Transfer-Encoding: quoted-printable\n\n" + "=\n".repeat(1_000_000) + "x");

        assertThat(message.bodies()).containsExactly(Body.plain("x"));
    }

    @Test
    void readsManyParameters() throws Exception {
        Message message = Mime.parse("Content-Type: text/plain; " + times(50_000, i -> "name*" + i + "*=%41;\n ")
                + "name*2147483647=z\n\nhi");

        assertThat(message.bodies()).containsExactly(Body.plain("hi"));
    }

    private static String times(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
    }
}
