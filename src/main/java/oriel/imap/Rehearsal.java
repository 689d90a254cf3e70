package oriel.imap;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import org.eclipse.angus.mail.iap.Protocol;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.FetchItem;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;
import oriel.mail.Summary;
import oriel.mime.EnvelopeParser;
import oriel.mime.SummaryParser;

/**
 * Reads what connections need when Oriel starts, as the certificates that are trusted, and decodes some thousand heads of
 * messages, so that the first person who signs in does not wait for it.
 */
@ApplicationScoped
class Rehearsal {

    private static final Logger LOG = Logger.getLogger(Rehearsal.class.getName());
    private static final int MESSAGES = 6_000;

    /** As servers answer to what {@link FetchSummaries} asks. */
    private static final String HEAD =
            "* %1$d FETCH (UID %1$d FLAGS (\\Seen) INTERNALDATE \"17-Jul-2026 02:44:25 +0200\""
                    + " RFC822.SIZE 4286 ENVELOPE (\"Fri, 17 Jul 2026 02:23:25 +0200\" \"=?utf-8?Q?Gr=C3=B6=C3=9Fe_%1$d?=\""
                    + " ((\"Ada Lovelace\" NIL \"ada\" \"oriel.invalid\")) NIL NIL"
                    + " ((NIL NIL \"grace\" \"oriel.invalid\")(NIL NIL \"alan\" \"oriel.invalid\")) NIL NIL"
                    + " \"<%2$d@oriel.invalid>\" \"<%1$d@oriel.invalid>\") BODYSTRUCTURE ((\"text\" \"plain\" (\"charset\" \"utf-8\") NIL NIL"
                    + " \"7bit\" 3028 92 NIL NIL NIL NIL)(\"text\" \"html\" (\"charset\" \"utf-8\") NIL NIL \"7bit\" 3028 92 NIL NIL NIL NIL)"
                    + " \"alternative\" (\"boundary\" \"b\") NIL NIL NIL))";

    private static final FetchItem[] NONE = {};

    private final SummaryParser parser;
    private volatile boolean stopped;

    @Inject
    Rehearsal(EnvelopeParser envelopes) {
        parser = new SummaryParser(envelopes);
    }

    void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
        Thread.ofPlatform()
                .name("imap-rehearsal")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(this::rehearse);
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }

    void rehearse() {
        try {
            SSLContext.getDefault().createSSLEngine();
            Protocol unconnected = unconnected();
            for (long uid = 1; uid <= MESSAGES && !stopped; uid++) {
                decode(uid, unconnected);
            }
        } catch (NoSuchAlgorithmException | IOException | ProtocolException | MessagingException | RuntimeException e) {
            // Nothing is lost but time.
            LOG.log(Level.FINE, "The rehearsal was broken off", e);
        }
    }

    static Protocol unconnected() throws IOException {
        InputStream silence = InputStream.nullInputStream();
        return new Protocol(silence, new PrintStream(OutputStream.nullOutputStream()), new Properties(), false);
    }

    Optional<Summary> decode(long uid, Protocol unconnected) throws IOException, ProtocolException, MessagingException {
        FetchResponse answer =
                new FetchResponse(new IMAPResponse(HEAD.formatted(uid, uid - 1), false), NONE, unconnected);
        return parser.parse(answer, new MessageRef(FolderPath.INBOX, 1, uid));
    }
}
