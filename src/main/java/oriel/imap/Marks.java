package oriel.imap;

import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oriel.mail.Flag;

/**
 * What a server keeps beside a message.
 *
 * @param tags its other keywords, as in {@link oriel.mail.Envelope#tags}
 * @param received when it came (INTERNALDATE, RFC 3501 section 2.3.3); null if it is to be now
 */
record Marks(Set<Flag> flags, Set<String> tags, @Nullable Date received) {}
