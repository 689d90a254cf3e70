package oriel.mime;

import org.junit.jupiter.api.Test;
import oriel.mail.Body;
import oriel.mail.Message;
import oriel.mail.Message.Note;

import static org.assertj.core.api.Assertions.assertThat;

class MessageParserTest {

    @Test
    void showsPlainText() throws Exception {
        Message message = Mime.parse("""
                From: Grace <grace@oriel.test>
                To: ada@oriel.test
                Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=
                Message-ID: <1@oriel.test>
                Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes

                Hello
                """);

        assertThat(message.bodies()).containsExactly(new Body(Body.Type.PLAIN, "Hello\r\n", true, true, null));
        assertThat(message.envelope().subject()).isEqualTo("Grüße");
        assertThat(message.messageId()).isEqualTo("<1@oriel.test>");
        assertThat(message.notes()).isEmpty();
    }

    @Test
    void prefersHtmlAmongAlternatives() throws Exception {
        Message message = Mime.parse("""
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                plain
                --b
                Content-Type: text/html

                <p>html</p>
                --b
                Content-Type: text/calendar; method=REQUEST

                BEGIN:VCALENDAR
                --b--
                """);

        assertThat(message.bodies()).containsExactly(Body.html("<p>html</p>"));
        assertThat(message.attachments())
                .singleElement()
                .satisfies(it -> assertThat(it.name()).isEqualTo("attachment-3.ics"))
                .satisfies(it -> assertThat(it.part().value()).isEqualTo("3"));
    }

    @Test
    void neverIsWithoutABody() throws Exception {
        Message message = Mime.parse("");

        assertThat(message.bodies()).containsExactly(Body.plain(""));
        assertThat(message.notes()).isEmpty();
    }

    @Test
    void notesEncryption() throws Exception {
        Message message = Mime.parse("""
                Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m

                MII
                """);

        assertThat(message.notes()).containsExactly(Note.ENCRYPTED);
    }
}
