package oriel.compose;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import oriel.fixture.PartialMailStore;
import oriel.mail.Attachment;
import oriel.mail.MailException;
import oriel.mail.Message;
import oriel.mail.MessageRef;
import oriel.mail.PartId;
import oriel.mail.PartReader;

/** A server with one message, or with none; a part named {@code 9} breaks off while it is read. */
final class OneMessage extends PartialMailStore {

    static final String CONTENT = "content of the part";

    @Nullable
    Message message;

    @Override
    public Message message(MessageRef ref) {
        if (message == null) {
            throw new MailException.MessageGone();
        }
        return message;
    }

    @Override
    public void part(MessageRef ref, PartId part, PartReader reader) {
        Attachment attachment = message(ref).attachments().stream()
                .filter(each -> each.part().equals(part))
                .findFirst()
                .orElseThrow();
        try (InputStream bytes = part.value().equals("9") ? breaking() : content()) {
            reader.read(attachment, bytes);
        } catch (IOException e) {
            throw new MailException.ServerUnreachable(e);
        }
    }

    private static InputStream content() {
        return new ByteArrayInputStream(CONTENT.getBytes(StandardCharsets.US_ASCII));
    }

    private static InputStream breaking() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut");
            }
        };
    }
}
