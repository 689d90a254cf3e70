package oriel.imap;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import oriel.mail.Message;
import oriel.mail.MessageRef;
import oriel.mime.EnvelopeParser;
import oriel.mime.MessageParser;

/** Opens a message, without {@code \Seen} being set (BODY.PEEK, RFC 3501 section 6.4.5). */
final class FetchMessage {

    private final FetchRoot root;
    private final EnvelopeParser envelopes;
    private final MessageParser messages;

    FetchMessage(FetchRoot root, EnvelopeParser envelopes, MessageParser messages) {
        this.root = root;
        this.envelopes = envelopes;
        this.messages = messages;
    }

    Message fetch(OpenFolder folder, MessageRef ref) throws MessagingException {
        MimeMessage found = root.fetch(folder, ref.uid());
        return messages.parse(found, envelopes.parse(found, ref));
    }
}
