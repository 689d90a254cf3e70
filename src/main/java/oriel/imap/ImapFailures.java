package oriel.imap;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderClosedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.io.EOFException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.util.SocketConnectException;
import org.jspecify.annotations.Nullable;
import oriel.mail.MailException;

/**
 * Turns trouble with the IMAP server into the user's words. Jakarta Mail tells some of it by type, some by a cause, and
 * some only in the text of an exception, so all three are looked at, all along the chain of causes. Response codes are
 * those of RFC 5530.
 */
final class ImapFailures {

    /** What Outlook.com writes, as it does not use a response code for it. */
    private static final Pattern THROTTLED =
            Pattern.compile("throttled(?:\\D{0,60}?backoff time:? *(\\d{1,12}) *milliseconds)?");

    /** What Exchange writes when it has too much to do. */
    private static final Pattern UNAVAILABLE = Pattern.compile("server unavailable\\.? *(\\d{1,6})?");

    private static final Duration USUAL_BACKOFF = Duration.ofSeconds(30);
    private static final Duration LONGEST_BACKOFF = Duration.ofHours(1);

    /** A response code before the words, and after them how long Dovecot took. */
    private static final Pattern CODE =
            Pattern.compile("^\\s*\\[[^\\]]*]\\s*|\\s*\\([\\d.]+ \\+ [\\d.+ ]+ secs\\)\\.?\\s*$");

    private ImapFailures() {}

    /** The exception for the user; one that is for the user already stays as it is. */
    static MailException translate(Throwable trouble) {
        if (trouble instanceof MailException known) {
            return known;
        }
        Chain chain = new Chain(trouble);
        // What the server said comes first: it often says it with a BYE, which looks like a lost connection, or as the
        // answer to a sign-in, which looks like a wrong password.
        MailException told = bySaying(chain, trouble);
        return told != null ? told : byType(chain, trouble);
    }

    private static @Nullable MailException bySaying(Chain chain, Throwable trouble) {
        Matcher throttled = THROTTLED.matcher(chain.text());
        if (throttled.find()) {
            return new MailException.Throttled(backoff(throttled.group(1), ChronoUnit.MILLIS), trouble);
        }
        Matcher unavailable = UNAVAILABLE.matcher(chain.text());
        if (unavailable.find()) {
            return new MailException.Throttled(backoff(unavailable.group(1), ChronoUnit.SECONDS), trouble);
        }
        if (chain.says("authenticated but not connected")) {
            return new MailException.NotConnected(trouble);
        }
        if (chain.says("basic authentication is disabled", "basicauthblocked", "no login methods supported")) {
            return new MailException.PasswordsDisabled(trouble);
        }
        if (chain.says("[limit]", "maximum number of connections", "too many simultaneous connections", "[inuse]")) {
            return new MailException.Busy();
        }
        if (chain.says("[unavailable]")) {
            return new MailException.ServerUnreachable(trouble);
        }
        if (chain.says("starttls required", "starttls failure")) {
            return new MailException.InsecureServer(trouble);
        }
        return null;
    }

    private static MailException byType(Chain chain, Throwable trouble) {
        if (chain.has(SSLException.class) && !chain.has(EOFException.class, SocketException.class)) {
            return new MailException.InsecureServer(trouble);
        }
        if (isLost(trouble)
                || chain.has(
                        SocketConnectException.class,
                        UnknownHostException.class,
                        SocketException.class,
                        EOFException.class)) {
            return new MailException.ServerUnreachable(trouble);
        }
        if (chain.has(AuthenticationFailedException.class)) {
            return new MailException.LoginRefused(trouble);
        }
        if (chain.has(FolderNotFoundException.class)
                || chain.says("[nonexistent]", "[trycreate]", "no such mailbox", "doesn't exist", "does not exist")) {
            return new MailException.FolderGone(trouble);
        }
        if (chain.has(MessageRemovedException.class) || chain.says("expunged message")) {
            return new MailException.MessageGone();
        }
        if (chain.says("[overquota]", "quota exceeded")) {
            return new MailException.QuotaExceeded(trouble);
        }
        return chain.links().stream()
                .filter(CommandFailedException.class::isInstance)
                .findFirst()
                .map(refusal -> refused((ProtocolException) refusal, trouble))
                .orElseGet(() -> new MailException.Unreadable(trouble));
    }

    /** Whether the connection is gone, so that another one may have more luck. */
    static boolean isLost(Throwable trouble) {
        Chain chain = new Chain(trouble);
        return chain.has(
                        ConnectionException.class,
                        FolderClosedException.class,
                        StoreClosedException.class,
                        SocketException.class,
                        // What Jakarta Mail throws for a folder or store that it found closed.
                        IllegalStateException.class)
                || chain.says("connection dropped by server", "failed to create new store connection")
                || isTimeout(chain);
    }

    /**
     * Whether the connection is gone for no reason that another one would meet again, as a server that did not answer in
     * time or that said goodbye because it wants to be left alone.
     */
    static boolean isWorthAnotherTry(Throwable trouble) {
        return isLost(trouble)
                && !isTimeout(new Chain(trouble))
                && translate(trouble) instanceof MailException.ServerUnreachable;
    }

    private static boolean isTimeout(Chain chain) {
        // Jakarta Mail makes a BYE of it that only quotes the exception.
        return chain.has(SocketTimeoutException.class)
                || chain.says("sockettimeoutexception", "read timed out", "socket is closed");
    }

    /** Whether the server only said no and the connection is as good as before. */
    static boolean leavesConnectionUsable(Throwable trouble) {
        Chain chain = new Chain(trouble);
        return !isLost(trouble)
                && chain.has(
                        CommandFailedException.class,
                        BadCommandException.class,
                        FolderNotFoundException.class,
                        MessageRemovedException.class);
    }

    /** Whether the server said no or did not understand, with nothing more behind it such as throttling. */
    static boolean isPlainRefusal(Throwable trouble) {
        return translate(trouble) instanceof MailException.Refused || isUnknownCommand(trouble);
    }

    /** Whether the server does not know the charset of a search. */
    static boolean isUnknownCharset(Throwable trouble) {
        return new Chain(trouble).says("badcharset") || isUnknownCommand(trouble);
    }

    /** Whether the server does not know the command, so that nothing has happened. */
    static boolean isUnknownCommand(Throwable trouble) {
        return new Chain(trouble).has(BadCommandException.class)
                && translate(trouble) instanceof MailException.Unreadable;
    }

    private static Duration backoff(@Nullable String number, TemporalUnit unit) {
        Duration asked = number == null ? USUAL_BACKOFF : Duration.of(Long.parseLong(number), unit);
        return asked.compareTo(LONGEST_BACKOFF) < 0 ? asked : LONGEST_BACKOFF;
    }

    /**
     * Trouble with something that is there, so that a server that says that something is not there means something else;
     * only its own words tell what.
     */
    static MailException inItsWords(MessagingException trouble) {
        return new Chain(trouble)
                .links().stream()
                        .filter(CommandFailedException.class::isInstance)
                        .findFirst()
                        .map(refusal -> refused((ProtocolException) refusal, trouble))
                        .orElseGet(() -> translate(trouble));
    }

    private static MailException refused(ProtocolException refusal, Throwable trouble) {
        return new MailException.Refused(words(refusal), trouble);
    }

    private static String words(ProtocolException refusal) {
        String said = refusal.getResponse() != null ? refusal.getResponse().getRest() : refusal.getMessage();
        return said == null ? "" : CODE.matcher(said).replaceAll("");
    }

    /** An exception with its causes and all they say. */
    private record Chain(List<Throwable> links, String text) {

        private static final int LONGEST = 20;

        Chain(Throwable trouble) {
            this(links(trouble), "");
        }

        Chain {
            StringBuilder all = new StringBuilder();
            for (Throwable link : links) {
                all.append(link.getMessage()).append('\n');
            }
            text = all.toString().toLowerCase(Locale.ROOT);
        }

        private static List<Throwable> links(Throwable trouble) {
            List<Throwable> links = new ArrayList<>();
            for (Throwable link = trouble; link != null && links.size() < LONGEST; link = next(link)) {
                links.add(link);
            }
            return links;
        }

        private static @Nullable Throwable next(Throwable link) {
            return link instanceof MessagingException mail ? mail.getNextException() : link.getCause();
        }

        @SafeVarargs
        final boolean has(Class<? extends Throwable>... types) {
            return links.stream().anyMatch(link -> List.of(types).stream().anyMatch(type -> type.isInstance(link)));
        }

        boolean says(String... texts) {
            return List.of(texts).stream().anyMatch(text::contains);
        }
    }
}
