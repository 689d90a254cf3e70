package oriel.imap;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import oriel.fixture.Mails;
import oriel.mail.Envelope;
import oriel.mail.FolderPath;
import oriel.mail.MailStore;
import oriel.mail.MessageRef;

/** A mailbox behind a relay, with the messages {@code m1}, {@code m2} and {@code m3} in the inbox. */
abstract class ThreeMessages extends BehindRelay {

    static final FolderPath TRASH = new FolderPath("Trash");
    static final UnaryOperator<String> WITHOUT_MOVE = line -> line.replace(" MOVE", "");

    MailStore store;

    @BeforeEach
    void deliver() throws Exception {
        store = adapter.signIn(account);
        for (String subject : List.of("m1", "m2", "m3")) {
            server.deliver(account, INBOX, Mails.plain("<" + subject + "@oriel.test>", subject, "Hello."));
        }
    }

    MessageRef named(String subject) {
        return store.page(INBOX, 0, 10).rows().stream()
                .filter(row -> row.subject().equals(subject))
                .findFirst()
                .orElseThrow()
                .ref();
    }

    List<String> subjects(FolderPath folder) {
        return store.page(folder, 0, 10).rows().stream().map(Envelope::subject).toList();
    }
}
