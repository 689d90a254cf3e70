package oriel.mail;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One readable text of a message. Most messages have one; those with several texts in a row, or with a message inside,
 * have more, to be shown one below the other.
 *
 * @param type plain or HTML
 * @param content the decoded text, hostile and unchanged
 * @param flowed for plain text, whether it is {@code format=flowed} (RFC 3676)
 * @param delSp for flowed text, whether {@code DelSp=yes}
 * @param embedded the head of the message inside the message that this text belongs to; null for the message's own
 */
public record Body(
        Type type,
        String content,
        boolean flowed,
        boolean delSp,
        @Nullable EmbeddedHead embedded) implements Serializable {

    /** How the content is to be read. */
    public enum Type {
        PLAIN,
        HTML
    }

    public static Body plain(String content) {
        return new Body(Type.PLAIN, content, false, false, null);
    }

    public static Body html(String content) {
        return new Body(Type.HTML, content, false, false, null);
    }

    public Optional<EmbeddedHead> embeddedHead() {
        return Optional.ofNullable(embedded);
    }
}
