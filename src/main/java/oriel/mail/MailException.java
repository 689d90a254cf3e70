package oriel.mail;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Trouble with mail, one kind for each thing a person can be told. The text for people comes from the message bundle by
 * {@link #key()}; the exception's own message is for the log and never holds addresses, subjects or secrets.
 */
public abstract sealed class MailException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Serializable[] arguments;

    private MailException(String message, @Nullable Throwable cause, Serializable... arguments) {
        super(message, cause);
        this.arguments = arguments;
    }

    /** The key of the sentence that tells the user, as {@code mail.LoginRefused}. */
    public String key() {
        return "mail." + getClass().getSimpleName();
    }

    /** What fills the {0}, {1} ... of the sentence. */
    public Object[] arguments() {
        return arguments.clone();
    }

    /** The server does not accept the address or the password; it does not say which. */
    public static final class LoginRefused extends MailException {
        public LoginRefused(@Nullable Throwable cause) {
            super("sign-in refused", cause);
        }
    }

    /** What the account was signed in with has ended or was revoked: the person has to sign in again. */
    public static final class SignInAgain extends MailException {
        public SignInAgain(@Nullable Throwable cause) {
            super("sign-in ended", cause);
        }
    }

    /** The service that people sign in at does not answer, or not in a way that makes sense. */
    public static final class ProviderUnreachable extends MailException {
        public ProviderUnreachable(@Nullable Throwable cause) {
            super("sign-in provider unreachable", cause);
        }
    }

    /** The server takes no passwords any more (Microsoft: basic authentication is disabled). */
    public static final class PasswordsDisabled extends MailException {
        public PasswordsDisabled(@Nullable Throwable cause) {
            super("the server takes no passwords", cause);
        }
    }

    /** The sign-in was good but the mailbox was not opened, often because IMAP is switched off for the account. */
    public static final class NotConnected extends MailException {
        public NotConnected(@Nullable Throwable cause) {
            super("authenticated but not connected", cause);
        }
    }

    /** The server does not let this account into a mailbox of others; its own is another matter. */
    public static final class MailboxRefused extends MailException {
        public MailboxRefused(@Nullable Throwable cause) {
            super("shared mailbox refused", cause);
        }
    }

    /** No answer, or none in time. */
    public static final class ServerUnreachable extends MailException {
        public ServerUnreachable(@Nullable Throwable cause) {
            super("server unreachable", cause);
        }
    }

    /** The server's certificate or encryption is not good enough; nothing secret was sent. */
    public static final class InsecureServer extends MailException {
        /** What is wrong with it. */
        public enum Reason {
            /** The certificate is not valid today. */
            EXPIRED,
            /** The certificate is for another server. */
            OTHER_NAME,
            /** Nobody whom this computer trusts vouches for the certificate. */
            UNTRUSTED,
            /** It knows no version of TLS that is safe. */
            OUTDATED,
            /** It does not encrypt although it should. */
            NOT_ENCRYPTED,
            OTHER
        }

        private final Reason reason;

        public InsecureServer(@Nullable Throwable cause) {
            super("no trustworthy TLS", cause);
            reason = TlsTrouble.reason(cause);
        }

        public Reason reason() {
            return reason;
        }

        @Override
        public String key() {
            return reason == Reason.OTHER ? super.key() : super.key() + "." + reason;
        }
    }

    /** Too much was asked of the server, or too many are asking. */
    public static final class Throttled extends MailException {
        private final Duration wait;

        public Throttled(Duration wait, @Nullable Throwable cause) {
            super("throttled for " + wait.toSeconds() + " s", cause);
            this.wait = wait;
        }

        /** How long to leave the server alone. */
        public Duration backoff() {
            return wait;
        }

        @Override
        public Object[] arguments() {
            long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
            return new Object[] {seconds, (seconds + 59) / 60};
        }
    }

    /** Too many sign-ins failed in a row; the next one has to wait. */
    public static final class TooManyAttempts extends MailException {
        public TooManyAttempts(Duration wait) {
            super("too many failed sign-ins", null, wait.toSeconds() + 1);
        }
    }

    /** All of the account's connections are busy for too long. */
    public static final class Busy extends MailException {
        public Busy() {
            super("all connections of the account are busy", null);
        }
    }

    /** There is no such folder. */
    public static final class FolderGone extends MailException {
        public FolderGone(@Nullable Throwable cause) {
            super("no such folder", cause);
        }
    }

    /** A folder can't be called, moved or deleted like that; nothing was sent to the server. */
    public static final class FolderRefused extends MailException {
        private final FolderTrouble trouble;

        public FolderRefused(FolderTrouble trouble) {
            super("folder refused: " + trouble, null);
            this.trouble = trouble;
        }

        @Override
        public String key() {
            return super.key() + "." + trouble;
        }
    }

    /** There is no such message any more. */
    public static final class MessageGone extends MailException {
        public MessageGone() {
            super("no such message", null);
        }
    }

    /** UIDVALIDITY is another one: all that was known of the folder is void. */
    public static final class FolderChangedUnderUs extends MailException {
        public FolderChangedUnderUs() {
            super("UIDVALIDITY changed", null);
        }
    }

    /** Nothing can be changed in this folder by this user. */
    public static final class ReadOnly extends MailException {
        public ReadOnly() {
            super("the folder is read-only", null);
        }
    }

    /** The connection was lost while messages were moved, and it cannot be found out which have arrived. */
    public static final class MoveUnknown extends MailException {
        public MoveUnknown() {
            super("unknown which messages were moved", null);
        }
    }

    /** The server cannot search for this; it may know other ways or other alphabets. */
    public static final class CannotSearch extends MailException {
        public CannotSearch(@Nullable Throwable cause) {
            super("the server cannot search for this", cause);
        }
    }

    /** The server understood and said no; its words may help the user. */
    public static final class Refused extends MailException {
        private final String reason;

        /** @param reason the server's own words; shown to the user, never logged */
        public Refused(String reason, @Nullable Throwable cause) {
            super("refused by the server", cause, Lines.folded(reason));
            this.reason = Lines.folded(reason);
        }

        public String reason() {
            return reason;
        }
    }

    /** The mailbox, or the quota, is full. */
    public static final class QuotaExceeded extends MailException {
        public QuotaExceeded(@Nullable Throwable cause) {
            super("over quota", cause);
        }
    }

    /** The message is too big for the server or for our own limit. */
    public static final class TooBig extends MailException {
        /** @param limit bytes that are allowed */
        public TooBig(long limit, @Nullable Throwable cause) {
            super("message too big", cause, limit / (1024 * 1024));
        }
    }

    /** One or more recipients are refused; nobody got the message. */
    public static final class RecipientsRefused extends MailException {
        /** @param addresses who, for the user, never logged */
        public RecipientsRefused(String addresses, @Nullable Throwable cause) {
            super("recipients refused", cause, Lines.folded(addresses));
        }
    }

    /** Sending by SMTP is switched off for the account (Microsoft: 5.7.139 SmtpClientAuthentication is disabled). */
    public static final class SendingDisabled extends MailException {
        public SendingDisabled(@Nullable Throwable cause) {
            super("SMTP is switched off for the account", cause);
        }
    }

    /** The account may not send with this sender (Microsoft: 5.2.252 SendAsDenied). */
    public static final class SenderRefused extends MailException {
        public SenderRefused(@Nullable Throwable cause) {
            super("sender refused", cause);
        }
    }

    /** The account has sent as much as it may in a day. */
    public static final class SendingQuota extends MailException {
        public SendingQuota(@Nullable Throwable cause) {
            super("over the sending quota", cause);
        }
    }

    /** The connection was lost after the text was on its way: it may or may not have been sent. */
    public static final class SendUnknown extends MailException {
        public SendUnknown(@Nullable Throwable cause) {
            super("unknown whether the message was sent", cause);
        }
    }

    /** The server's answer makes no sense, or a message can't be read at all. */
    public static final class Unreadable extends MailException {
        public Unreadable(@Nullable Throwable cause) {
            super("answer or message not readable", cause);
        }
    }
}
