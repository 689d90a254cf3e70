package oriel.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.InputStream;
import oriel.mail.Attachment;
import oriel.mail.MailException;
import oriel.mail.PartId;

/** Finds single parts by the numbers that {@link MessageParser} gave them. */
public final class MessageParts {

    static {
        LenientMime.use();
    }

    private MessageParts() {}

    /**
     * A part that was found.
     *
     * @param attachment what it is; {@code inline} is not known here
     * @param part for its headers; its content is better read by {@link #open()}
     */
    public record Located(Attachment attachment, Part part) {

        /**
         * The decoded content as a stream, also of parts whose encoding nobody knows or
         * that {@code Part.getInputStream} would choke on.
         *
         * @throws MessagingException if the server failed
         */
        public InputStream open() throws MessagingException, IOException {
            String encoding = PartHead.of(part, "text/plain").encoding();
            return PartBytes.decoding(PartBytes.raw(part), encoding);
        }
    }

    /**
     * Finds a part.
     *
     * @throws MailException.Unreadable if the message has no such part
     * @throws MessagingException if the server failed
     */
    public static Located find(Part root, PartId id) throws MessagingException {
        Node node = Node.message(root).find(id.value()).orElseThrow(() -> new MailException.Unreadable(null));
        return new Located(Attachments.of(node), node.part());
    }
}
