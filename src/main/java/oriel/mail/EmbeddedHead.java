package oriel.mail;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The few header lines that are shown above a message inside a message ({@code message/rfc822}).
 *
 * @param date when it says it was written; null if it does not or not readably
 */
public record EmbeddedHead(
        String subject,
        List<Address> from,
        List<Address> to,
        @Nullable Instant date) implements Serializable {

    public EmbeddedHead {
        subject = Lines.folded(subject);
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    public Optional<Instant> written() {
        return Optional.ofNullable(date);
    }
}
