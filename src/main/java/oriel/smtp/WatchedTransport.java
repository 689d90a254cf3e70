package oriel.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A transport that remembers how far it came, because an exception does not tell. The line between "not sent" and
 * "unknown" is the final dot (RFC 5321 section 4.1.1.4): while it has not left, the server must throw the message away;
 * once it has left, only an answer tells. The dot has left when writing and flushing it did not fail. A connection that
 * breaks while the text is written therefore leaves the message unsent, even if all but the dot had left.
 */
final class WatchedTransport extends SMTPTransport {

    /** How far a message came. */
    enum Stage {
        /** Nothing secret has left. */
        CONNECTING,
        /** TLS is being agreed on. */
        STARTING_TLS,
        /** The server is talked to; no text has left. */
        TALKING,
        /** The text is on its way and lacks its end. */
        SENDING,
        /** The end has left; the server has not answered. */
        SENT,
        /** The server answered to the text as a whole. */
        ANSWERED
    }

    private static final int CHALLENGE = 334;

    private Stage stage = Stage.CONNECTING;
    private boolean finishing;
    private SmtpReply answer = SmtpReply.NONE;

    WatchedTransport(Session session, URLName server) {
        super(session, server);
    }

    Stage stage() {
        return stage;
    }

    /** The answer to the text; none before {@link Stage#ANSWERED}. */
    SmtpReply answer() {
        return answer;
    }

    @Override
    protected void startTLS() throws MessagingException {
        stage = Stage.STARTING_TLS;
        super.startTLS();
        stage = Stage.TALKING;
    }

    /** A token is refused with a challenge, and the reason comes only after an empty answer to it. */
    @Override
    public synchronized int simpleCommand(String command) throws MessagingException {
        int code = super.simpleCommand(command);
        return code == CHALLENGE && command.startsWith("AUTH XOAUTH2 ") ? super.simpleCommand("") : code;
    }

    @Override
    protected void mailFrom() throws MessagingException {
        stage = Stage.TALKING;
        super.mailFrom();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        stage = Stage.SENDING;
        finishing = true;
        super.finishData();
    }

    @Override
    protected void sendCommand(String command) throws MessagingException {
        super.sendCommand(command);
        if (finishing && stage == Stage.SENDING) {
            stage = Stage.SENT;
        }
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        int code = super.readServerResponse();
        if (stage == Stage.SENT && code > 0) {
            stage = Stage.ANSWERED;
            answer = new SmtpReply(code, getLastServerResponse());
        }
        return code;
    }
}
