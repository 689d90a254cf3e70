package oriel.mime;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import oriel.mail.Address;
import oriel.mail.Attachment;
import oriel.mail.Body;
import oriel.mail.EmbeddedHead;
import oriel.mail.Message;
import oriel.mail.Message.Note;

import static org.assertj.core.api.Assertions.assertThat;

class MessageParserTest {

    @Test
    void readsHeadAndPlainText() throws Exception {
        Message message = Mime.parse("""
                From: Grace <grace@oriel.test>
                Sender: office@oriel.test
                To: ada@oriel.test
                Cc: b@oriel.test, c@oriel.test
                Reply-To: list@oriel.test
                Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=
                Message-ID: <1@oriel.test>
                In-Reply-To: <0@oriel.test> (yesterday)
                References: <a@oriel.test>
                 <0@oriel.test>
                Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes

                Hello
                """);

        assertThat(message.bodies()).containsExactly(new Body(Body.Type.PLAIN, "Hello\r\n", true, true, null));
        assertThat(message.envelope().subject()).isEqualTo("Grüße");
        assertThat(message.envelope().from()).containsExactly(new Address("Grace", "grace@oriel.test"));
        assertThat(message.sender()).containsExactly(new Address("", "office@oriel.test"));
        assertThat(message.replyTo()).containsExactly(new Address("", "list@oriel.test"));
        assertThat(message.cc()).extracting(Address::email).containsExactly("b@oriel.test", "c@oriel.test");
        assertThat(message.messageId()).isEqualTo("<1@oriel.test>");
        assertThat(message.inReplyTo()).isEqualTo("<0@oriel.test>");
        assertThat(message.references()).containsExactly("<a@oriel.test>", "<0@oriel.test>");
        assertThat(message.notes()).isEmpty();
    }

    @Test
    void prefersHtmlAmongAlternativesAndOffersTheInvitation() throws Exception {
        Message message = Mime.parse("""
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/html

                <p>html</p>
                --b
                Content-Type: text/plain

                plain
                --b
                Content-Type: text/calendar; method=REQUEST

                BEGIN:VCALENDAR
                --b--
                """);

        assertThat(message.bodies()).containsExactly(Body.html("<p>html</p>"));
        assertThat(message.attachments()).extracting(Attachment::name).containsExactly("attachment-3.ics");
        assertThat(message.attachments()).extracting(it -> it.part().value()).containsExactly("3");
    }

    @Test
    void takesThePlainAlternativeIfTheHtmlIsBlank() throws Exception {
        Message message = Mime.parse("""
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                plain
                --b
                Content-Type: text/html


                --b--
                """);

        assertThat(message.bodies()).containsExactly(Body.plain("plain"));
    }

    @Test
    void keepsTheFilesOfAnAlternativeThatIsNotShown() throws Exception {
        Message message = Mime.parse("""
                Content-Type: multipart/alternative; boundary=a

                --a
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                plain
                --b
                Content-Type: application/pdf; name=a.pdf

                x
                --b--
                --a
                Content-Type: text/html

                <p>html</p>
                --a--
                """);

        assertThat(message.bodies()).containsExactly(Body.html("<p>html</p>"));
        assertThat(message.attachments()).extracting(it -> it.part().value()).containsExactly("1.2");
    }

    @Test
    void marksImagesThatTheHtmlShowsAndListsTheOthers() throws Exception {
        Message message = Mime.parse("""
                Content-Type: multipart/related; boundary=b; start="<root@x>"

                --b
                Content-Type: image/png
                Content-ID: <a@x>

                x
                --b
                Content-Type: text/html
                Content-ID: <root@x>

                <img src="cid:a@x"><img src='CID:b%40x'><a href="cid:d@x">d</a>
                --b
                Content-Type: image/png
                Content-ID: <b@x>

                x
                --b
                Content-Type: image/png
                Content-ID: <C@x>

                x
                --b
                Content-Type: application/pdf
                Content-ID: <d@x>

                x
                --b--
                """);

        assertThat(message.bodies()).hasSize(1);
        assertThat(message.attachments()).extracting(Attachment::contentId).containsExactly("a@x", "b@x", "C@x", "d@x");
        assertThat(message.attachments()).extracting(Attachment::inline).containsExactly(true, true, false, false);
    }

    @Test
    void showsTextsInOrderAndTextFilesAsFiles() throws Exception {
        Message message = Mime.parse("""
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                one
                --b
                Content-Type: text/plain
                Content-Disposition: attachment; filename=two.txt

                two
                --b
                Content-Type: text/html

                <p>three</p>
                --b
                Content-Type: text/x-python; name=four.py

                four
                --b--
                """);

        assertThat(message.bodies()).containsExactly(Body.plain("one"), Body.html("<p>three</p>"));
        assertThat(message.attachments()).extracting(Attachment::name).containsExactly("two.txt", "four.py");
    }

    @Test
    void showsTheMessageInsideTheMessage() throws Exception {
        Message message = Mime.parse("""
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                see below
                --b
                Content-Type: message/rfc822

                From: Joan <joan@oriel.test>
                To: grace@oriel.test
                Subject: On/off
                Date: Mon, 01 Jan 2024 10:00:00 +0000
                Content-Type: multipart/mixed; boundary=c

                --c
                Content-Type: text/plain

                inner
                --c
                Content-Type: application/pdf

                x
                --c--

                --b
                Content-Type: message/rfc822

                Subject: plain

                text
                --b--
                """);

        EmbeddedHead head = message.bodies().get(1).embeddedHead().orElseThrow();
        assertThat(head.subject()).isEqualTo("On/off");
        assertThat(head.from()).containsExactly(new Address("Joan", "joan@oriel.test"));
        assertThat(head.written()).contains(Instant.parse("2024-01-01T10:00:00Z"));
        assertThat(message.bodies()).extracting(Body::content).containsExactly("see below", "inner", "text");
        assertThat(message.attachments())
                .extracting(it -> it.part() + " " + it.name() + " " + it.type())
                .containsExactly(
                        "2 On off.eml message/rfc822",
                        "2.2 attachment-2-2.pdf application/pdf",
                        "3 plain.eml message/rfc822");
    }

    @Test
    void showsWhatWasSigned() throws Exception {
        Message message = Mime.parse("""
                Content-Type: multipart/signed; boundary=b

                --b
                Content-Type: text/plain

                signed
                --b
                Content-Type: application/pgp-signature

                x
                --b--
                """);

        assertThat(message.bodies()).containsExactly(Body.plain("signed"));
        assertThat(message.attachments()).extracting(Attachment::name).containsExactly("attachment-2.asc");
        assertThat(message.notes()).isEmpty();
    }

    @Test
    void saysThatItIsEncrypted() throws Exception {
        Message pgp = Mime.parse("""
                Content-Type: multipart/encrypted; boundary=b

                --b
                Content-Type: application/pgp-encrypted

                Version: 1
                --b
                Content-Type: application/octet-stream

                x
                --b--
                """);
        Message smime = Mime.parse("""
                Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m

                MII
                """);

        assertThat(pgp.notes()).containsExactly(Note.ENCRYPTED);
        assertThat(smime.notes()).containsExactly(Note.ENCRYPTED);
        assertThat(smime.attachments()).extracting(Attachment::name).containsExactly("smime.p7m");
    }

    @Test
    void showsAReportsTextAndOffersTheRest() throws Exception {
        Message message = Mime.parse("""
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain

                could not deliver
                --b
                Content-Type: message/delivery-status

                Action: failed
                --b
                Content-Type: message/rfc822

                Subject: lost

                lost
                --b--
                """);

        assertThat(message.bodies()).containsExactly(Body.plain("could not deliver"));
        assertThat(message.attachments())
                .extracting(Attachment::type)
                .containsExactly("message/delivery-status", "message/rfc822");
    }

    @Test
    void takesNonsenseForPlainText() throws Exception {
        assertThat(Mime.parse("Content-Type: ;;;\n\nhi").bodies()).containsExactly(Body.plain("hi"));
        assertThat(Mime.parse("Content-Type: text\n\nhi").bodies()).containsExactly(Body.plain("hi"));
        assertThat(Mime.parse("Content-Type: text/enriched\n\nhi").bodies()).containsExactly(Body.plain("hi"));
        assertThat(Mime.parse("Content-Transfer-Encoding: x-new\n\nhi").bodies())
                .containsExactly(Body.plain("hi"));
    }

    @Test
    void findsPartsWhateverTheBoundarySays() throws Exception {
        String parts = "\n\n--b\nContent-Type: text/html\n\n<p>hi</p>\n--b--\n";

        assertThat(Mime.parse("Content-Type: multipart/mixed" + parts).bodies())
                .containsExactly(Body.html("<p>hi</p>"));
        assertThat(Mime.parse("Content-Type: multipart/odd; boundary=other" + parts)
                        .bodies())
                .containsExactly(Body.html("<p>hi</p>"));
        assertThat(Mime.parse("Content-Type: multipart/mixed; boundary=b\n\n--b\n\ncut off")
                        .bodies())
                .containsExactly(Body.plain("cut off"));
        assertThat(Mime.parse("Content-Type: multipart/mixed; boundary=b\n\nno parts")
                        .bodies())
                .containsExactly(Body.plain("no parts"));
    }

    @Test
    void neverIsWithoutABody() throws Exception {
        Message empty = Mime.parse("");
        Message file = Mime.parse("Content-Type: application/pdf\n\nx");

        assertThat(empty.bodies()).containsExactly(Body.plain(""));
        assertThat(file.bodies()).containsExactly(Body.plain(""));
        assertThat(file.attachments()).extracting(it -> it.part().value()).containsExactly("1");
    }
}
