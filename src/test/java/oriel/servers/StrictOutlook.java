package oriel.servers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import oriel.fixture.Wire;

/**
 * Outlook.com's stand-in: speaks TLS in front of a Dovecot, greets and answers in Exchange's words, and answers BAD to
 * every command and every item that Outlook.com does not announce, where Dovecot would obey. It keeps each of those
 * violations, so that a test can say that there was none.
 */
final class StrictOutlook implements AutoCloseable {

    /** What it says of itself; MOVE only to those who are signed in. */
    private static final String CAPABILITY =
            "* CAPABILITY IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS ID UNSELECT CHILDREN IDLE NAMESPACE"
                    + " LITERAL+\r\n";

    private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)(\\+?)}\r\n$");
    private static final Pattern INBOX =
            Pattern.compile("(?m)^(\\* (?:LIST|LSUB) \\([^)\r\n]*\\) \"/\" \"?)INBOX(\"?\r\n)");

    private static final Pattern KEPT = Pattern.compile("^\\* OK \\[PERMANENTFLAGS \\([^)]*\\)]");
    private static final String NO_KEYWORDS =
            Matcher.quoteReplacement("* OK [PERMANENTFLAGS (\\Seen \\Answered \\Flagged \\Deleted \\Draft $MDNSent)]");

    /** The response of SASL PLAIN (RFC 4616), with the command or on a line of its own. */
    private static final Pattern SASL = Pattern.compile("[A-Za-z0-9+/]{12,}={0,2}$");

    /** What it says wrong on purpose. */
    enum Trouble {
        NONE,
        /** Takes the sign-in and then says that the mailbox is not open. */
        NOT_CONNECTED,
        /** Wants to be left alone for half a minute. */
        THROTTLED,
        /** Hangs up at the next command. */
        BYE
    }

    private final ServerSocket listener;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> connections = new HashMap<>();
    private final Map<String, Integer> most = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private volatile Trouble trouble = Trouble.NONE;

    StrictOutlook(int target, SSLContext context) throws IOException {
        this.target = target;
        listener = context.getServerSocketFactory().createServerSocket(0, 500, InetAddress.getLoopbackAddress());
        Wire.serve(listener, this::serve);
    }

    int port() {
        return listener.getLocalPort();
    }

    void trouble(Trouble next) {
        trouble = next;
    }

    /** The commands that Outlook.com does not know, each with what is wrong with it. */
    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    /** The most connections that a user had at a time. */
    synchronized int most(String user) {
        return most.getOrDefault(user, 0);
    }

    private synchronized void count(String user, int change) {
        int now = connections.merge(user, change, Integer::sum);
        most.merge(user, now, Math::max);
    }

    private synchronized void violated(String what, String line) {
        violations.add(what + ": " + line.strip());
    }

    private void serve(Socket client) {
        open.add(client);
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Session session = new Session(client.getOutputStream(), server.getOutputStream());
            InputStream answers = new BufferedInputStream(server.getInputStream());
            Thread.startVirtualThread(() -> {
                try {
                    session.answers(answers);
                } catch (IOException e) {
                    // closed
                } finally {
                    Wire.close(client);
                }
            });
            try {
                session.commands(new BufferedInputStream(client.getInputStream()));
            } finally {
                session.user().ifPresent(user -> count(user, -1));
                open.remove(server);
            }
        } catch (IOException e) {
            // closed
        } finally {
            open.remove(client);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            // closed
        }
        open.forEach(Wire::close);
    }

    /** One connection. */
    private final class Session {

        private final OutputStream client;
        private final OutputStream server;
        private volatile boolean signedIn;
        private volatile String signingIn = "";
        private @Nullable String user;

        Session(OutputStream client, OutputStream server) {
            this.client = client;
            this.server = server;
        }

        void commands(InputStream in) throws IOException {
            for (byte[] line = Wire.line(in); line.length > 0; line = Wire.line(in)) {
                String text = new String(line, StandardCharsets.ISO_8859_1);
                String[] words = text.strip().split(" ", 2);
                String command = words.length < 2 ? "" : words[1];
                if (signedIn && !command.isEmpty() && refuses(words[0], command)) {
                    return;
                }
                if (!signedIn) {
                    beforeSignIn(words);
                }
                forward(in, words[0], command, line);
            }
        }

        private void beforeSignIn(String[] words) {
            if (words.length > 1 && words[1].startsWith("AUTHENTICATE ")) {
                signingIn = words[0];
            }
            Matcher response = SASL.matcher(String.join(" ", words));
            if (user == null && response.find()) {
                user = new String(Base64.getDecoder().decode(response.group()), StandardCharsets.UTF_8)
                        .split("[\0\1]", 3)[1];
                count(user, 1);
            }
        }

        Optional<String> user() {
            return Optional.ofNullable(user);
        }

        /** Answers in the server's place; true if it hangs up. */
        private boolean refuses(String tag, String command) throws IOException {
            boolean harmless = command.toUpperCase().matches("(CAPABILITY|NOOP|LOGOUT|ID)\\b.*");
            switch (trouble) {
                case NONE -> {
                    return false;
                }
                case BYE -> {
                    send("* BYE Connection is closed. 14\r\n");
                    return true;
                }
                case NOT_CONNECTED -> {
                    if (!harmless) {
                        send(tag + " BAD User is authenticated but not connected.\r\n* BYE Connection closed. 14\r\n");
                    }
                    return !harmless;
                }
                case THROTTLED -> {
                    send(tag + " BAD Request is throttled. Suggested Backoff Time: 30000 milliseconds\r\n");
                    return true;
                }
            }
            return false;
        }

        private void forward(InputStream in, String tag, String command, byte[] line) throws IOException {
            var wrong = OutlookRules.violation(command);
            wrong.ifPresent(what -> violated(what, command));
            Matcher literal = LITERAL.matcher(new String(line, StandardCharsets.ISO_8859_1));
            if (wrong.isEmpty()) {
                write(server, line);
            } else {
                // Answered by the server behind, so that answers stay in order.
                write(server, (tag + " UNKNOWN\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            while (literal.find() && (wrong.isEmpty() || !literal.group(2).isEmpty())) {
                byte[] content = in.readNBytes(Integer.parseInt(literal.group(1)));
                byte[] rest = Wire.line(in);
                if (wrong.isEmpty()) {
                    write(server, content);
                    write(server, rest);
                }
                literal = LITERAL.matcher(new String(rest, StandardCharsets.ISO_8859_1));
            }
        }

        void answers(InputStream in) throws IOException {
            boolean greeting = true;
            for (byte[] line = Wire.line(in); line.length > 0; line = Wire.line(in)) {
                String text = new String(line, StandardCharsets.ISO_8859_1);
                if (signedIn) {
                    String kept = KEPT.matcher(text).replaceFirst(NO_KEYWORDS);
                    send(INBOX.matcher(kept).replaceFirst("$1Inbox$2"));
                    copyLiteral(in, text);
                } else {
                    send(beforeSignIn(text, greeting));
                }
                greeting = false;
            }
        }

        private String beforeSignIn(String line, boolean greeting) {
            if (greeting) {
                return line.replaceFirst("\\[CAPABILITY [^]]*] ", "");
            }
            if (line.startsWith("* CAPABILITY")) {
                return CAPABILITY;
            }
            if (!signingIn.isEmpty() && line.startsWith(signingIn + " OK")) {
                signedIn = true;
                return signingIn + " OK AUTHENTICATE completed.\r\n";
            }
            return line.startsWith(signingIn + " NO") ? signingIn + " NO AUTHENTICATE failed.\r\n" : line;
        }

        private void copyLiteral(InputStream in, String line) throws IOException {
            Matcher literal = LITERAL.matcher(line);
            if (literal.find()) {
                write(client, in.readNBytes(Integer.parseInt(literal.group(1))));
            }
        }

        private void send(String text) throws IOException {
            write(client, text.getBytes(StandardCharsets.ISO_8859_1));
        }

        private static void write(OutputStream out, byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }
    }
}
