package oriel.mime;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.mail.MailException;
import oriel.mail.PartId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MessagePartsTest {

    private static final String NESTED = """
            Content-Type: multipart/mixed; boundary=a

            --a
            Content-Type: text/plain

            text
            --a
            Content-Type: message/rfc822

            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: application/pdf; name=inner.pdf
            Content-Transfer-Encoding: base64

            aGVsbG8=
            --b--

            --a--
            """;

    @Test
    void readsAPartDecoded() throws Exception {
        MessageParts.Located located = MessageParts.find(Mime.message(NESTED), new PartId("2.1"));

        assertThat(located.attachment().name()).isEqualTo("inner.pdf");
        assertThat(new String(located.open().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("hello");
    }

    @Test
    void readsAMessageInsideAsItIs() throws Exception {
        MessageParts.Located located = MessageParts.find(Mime.message(NESTED), new PartId("2"));

        assertThat(new String(located.open().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("Content-Type: multipart/mixed; boundary=b\r\n");
    }

    @Test
    void findsTheOnlyPartOfAMessageWithoutParts() throws Exception {
        MimeMessage message = Mime.message("Content-Type: application/pdf\n\nx");

        assertThat(MessageParts.find(message, new PartId("1")).attachment().type())
                .isEqualTo("application/pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "1.1", "2.2", "2.1.1", "999999"})
    void refusesNumbersOfNothing(String number) throws Exception {
        MimeMessage message = Mime.message(NESTED);

        assertThatThrownBy(() -> MessageParts.find(message, new PartId(number)))
                .isInstanceOf(MailException.Unreadable.class);
    }
}
