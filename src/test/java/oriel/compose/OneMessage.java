package oriel.compose;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oriel.mail.Attachment;
import oriel.mail.Draft;
import oriel.mail.Flag;
import oriel.mail.Folder;
import oriel.mail.FolderPath;
import oriel.mail.FolderStatus;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.Message;
import oriel.mail.MessageRef;
import oriel.mail.Page;
import oriel.mail.PartId;
import oriel.mail.PartReader;

/** A server with one message, or with none; a part named {@code 9} breaks off while it is read. */
final class OneMessage implements MailStore {

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

    @Override
    public List<Folder> folders() {
        throw new UnsupportedOperationException();
    }

    @Override
    public FolderStatus status(FolderPath folder) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page page(FolderPath folder, int offset, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int position(MessageRef ref) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void source(MessageRef ref, OutputStream out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void flag(List<MessageRef> messages, Flag flag, boolean set) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<MessageRef> move(List<MessageRef> messages, FolderPath target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(List<MessageRef> messages) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<MessageRef> append(FolderPath folder, Draft draft, Set<Flag> flags) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<MessageRef> find(FolderPath folder, String messageId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void createFolder(FolderPath folder) {
        throw new UnsupportedOperationException();
    }
}
