package oriel.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import oriel.mail.MailException;
import oriel.smtp.WatchedTransport.Stage;

/** Says what went wrong while sending; looks at how far the message came and at the whole chain of causes. */
final class SmtpFailures {

    private static final int DEEPEST = 1_000;

    private final WatchedTransport transport;
    private final boolean password;
    private final long limit;

    /**
     * @param password whether a password was used, rather than a token
     * @param limit what the server takes at most, or else the size that was refused, in bytes
     */
    SmtpFailures(WatchedTransport transport, boolean password, long limit) {
        this.transport = transport;
        this.password = password;
        this.limit = limit;
    }

    MailException translate(MessagingException e) {
        List<Throwable> chain = chain(e);
        if (transport.stage() == Stage.SENT) {
            return new MailException.SendUnknown(e);
        }
        if (transport.stage() == Stage.ANSWERED) {
            return transport.answer().message(limit, e);
        }
        if (has(chain, SocketException.class, SocketTimeoutException.class, UnknownHostException.class)) {
            return new MailException.ServerUnreachable(e);
        }
        if (e instanceof AuthenticationFailedException) {
            return signIn(e);
        }
        if (e instanceof SendFailedException && !(e instanceof SMTPSendFailedException)) {
            return recipients(chain, e);
        }
        return withoutNetwork(chain, e);
    }

    private MailException withoutNetwork(List<Throwable> chain, MessagingException e) {
        SmtpReply reply = reply(e);
        boolean plainText = e.getMessage() != null && e.getMessage().startsWith("STARTTLS is required");
        if (plainText || transport.stage() == Stage.STARTING_TLS || has(chain, SSLException.class)) {
            return new MailException.InsecureServer(e);
        }
        if (reply.isTemporary() || reply.isRefusal()) {
            return reply.message(limit, e);
        }
        boolean unreadableFile = has(chain, FileSystemException.class);
        return unreadableFile ? new MailException.Unreadable(e) : new MailException.ServerUnreachable(e);
    }

    private MailException signIn(MessagingException e) {
        String text = e.getMessage() == null ? "" : e.getMessage();
        if (text.startsWith("No authentication mechanisms")) {
            return password ? new MailException.PasswordsDisabled(e) : new MailException.LoginRefused(e);
        }
        SmtpReply reply = SmtpReply.of(text);
        return text.isBlank() || text.startsWith("[EOF]")
                ? new MailException.ServerUnreachable(e)
                : reply.signIn(password, e);
    }

    private static SmtpReply reply(MessagingException e) {
        return e instanceof SMTPSendFailedException failed
                ? new SmtpReply(failed.getReturnCode(), String.valueOf(failed.getMessage()))
                : SmtpReply.of(String.valueOf(e.getMessage()));
    }

    /** Refused for good if one recipient is; only then it helps to name those. */
    private MailException recipients(List<Throwable> chain, MessagingException e) {
        List<String> refused = new ArrayList<>();
        SmtpReply reply = SmtpReply.NONE;
        for (Throwable each : chain) {
            if (each instanceof SMTPAddressFailedException failed) {
                reply = new SmtpReply(failed.getReturnCode(), String.valueOf(failed.getMessage()));
                if (reply.isAboutTheSender()) {
                    return reply.message(limit, e);
                }
                if (reply.isRefusal()) {
                    refused.add(String.valueOf(failed.getAddress()));
                }
            }
        }
        if (!refused.isEmpty()) {
            return new MailException.RecipientsRefused(String.join(", ", refused), e);
        }
        return reply.isTemporary() ? reply.message(limit, e) : new MailException.ServerUnreachable(e);
    }

    @SafeVarargs
    private static boolean has(List<Throwable> chain, Class<? extends IOException>... types) {
        return chain.stream().anyMatch(each -> List.of(types).stream().anyMatch(type -> type.isInstance(each)));
    }

    /** The exception and its causes; Jakarta Mail keeps a second chain of its own. */
    private static List<Throwable> chain(Throwable e) {
        List<Throwable> chain = new ArrayList<>();
        Throwable next = e;
        while (next != null && chain.size() < DEEPEST) {
            chain.add(next);
            next = next(next);
        }
        return chain;
    }

    @Nullable
    private static Throwable next(Throwable e) {
        return e instanceof MessagingException known && known.getNextException() != null
                ? known.getNextException()
                : e.getCause();
    }
}
