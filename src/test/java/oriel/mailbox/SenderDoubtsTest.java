package oriel.mailbox;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.fixture.InMemoryMailStore;
import oriel.fixture.Mails;
import oriel.mail.FolderPath;
import oriel.mail.Message;
import oriel.mailbox.SenderDoubts.Doubt;
import oriel.mailbox.SenderDoubts.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class SenderDoubtsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"service@bank.test\" <x@evil.test>",
                "\"Your Bank (SERVICE@Bank.test)\" <x@evil.test>",
                "=?utf-8?B?c2VydmljZe+8oGJhbmsudGVzdA==?= <x@evil.test>",
                "=?utf-8?B?c2VyduKAi2ljZUBiYW5rLnRlc3Q=?= <x@evil.test>",
                "\"service@bank.test\" <x@bank.test.evil.test>"
            })
    void seesAnotherAddressInTheName(String from) {
        assertThat(doubts("From: " + from)).extracting(Doubt::kind).containsExactly(Kind.NAME_IS_ANOTHER_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada <ada@oriel.test>",
                "\"ada@oriel.test\" <ada@oriel.test>",
                "\"ada@oriel.test\" <ada.lovelace@mail.oriel.test>",
                "\"Ada @ Oriel\" <ada@oriel.test>",
                "ada@oriel.test"
            })
    void isCalmAboutOrdinaryNames(String from) {
        assertThat(doubts("From: " + from)).isEmpty();
    }

    @Test
    void tellsWhereAnswersGo() {
        assertThat(doubts("From: ada@oriel.test\nReply-To: Ada <ada@elsewhere.test>"))
                .containsExactly(new Doubt(Kind.ANSWERS_ELSEWHERE, "ada@elsewhere.test"));
        assertThat(doubts("From: ada@oriel.test\nReply-To: desk@help.oriel.test"))
                .isEmpty();
    }

    @Test
    void tellsWhoHasSentItForTheAuthor() {
        assertThat(doubts("From: ada@oriel.test\nSender: bounce@mailer.test"))
                .containsExactly(new Doubt(Kind.SENT_BY_ANOTHER, "bounce@mailer.test"));
    }

    private static List<Doubt> doubts(String headers) {
        InMemoryMailStore store = new InMemoryMailStore();
        Message message = store.message(store.deliver(
                FolderPath.INBOX, Mails.written(headers + "\nSubject: x\nContent-Type: text/plain\n\nx\n")));
        return SenderDoubts.of(message);
    }
}
