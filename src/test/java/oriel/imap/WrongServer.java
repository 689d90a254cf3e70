package oriel.imap;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oriel.account.Account;
import oriel.account.Credentials;
import oriel.fixture.TlsContract;
import oriel.fixture.Wire;
import oriel.mail.AccountId;

/**
 * An IMAP server with one account, whose INBOX holds one message; it answers properly except where a test tells it what to
 * say instead. In what it says {@code TAG} stands for the command's tag.
 */
final class WrongServer implements TlsContract.Listening {

    static final String SECRET = "correct horse";
    static final String CAPABILITIES = "IMAP4rev1 LITERAL+ UIDPLUS MOVE UNSELECT IDLE AUTH=PLAIN";

    private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)(\\+?)}\r\n$");

    /** Says something to a command. */
    @FunctionalInterface
    interface Answer {
        void to(String tag, OutputStream out) throws IOException;
    }

    private final ServerSocket listener;
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile String afterLine = "OK [CAPABILITY " + CAPABILITIES + "] done";
    private volatile String greeting = "* OK hello";

    WrongServer() throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    /** @param listener may speak TLS */
    WrongServer(ServerSocket listener) {
        this.listener = listener;
        answering("CAPABILITY", "* CAPABILITY " + CAPABILITIES, "TAG OK done");
        answering("AUTHENTICATE", "+ ");
        answering("LIST", "* LIST (\\HasNoChildren) \"/\" INBOX", "TAG OK done");
        answering("STATUS", "* STATUS INBOX (MESSAGES 1 UNSEEN 1)", "TAG OK done");
        answering(
                "SELECT",
                "* FLAGS (\\Seen \\Deleted)",
                "* 1 EXISTS",
                "* OK [UIDVALIDITY 7] valid",
                "* OK [UIDNEXT 2] next",
                "* OK [PERMANENTFLAGS (\\Seen \\Deleted)] limited",
                "TAG OK [READ-WRITE] done");
        answering("LOGOUT", "* BYE bye", "TAG OK done");
        Wire.serve(listener, this::serve);
    }

    /** Answers so to commands that begin so; what was said last counts. */
    WrongServer answering(String command, String... lines) {
        return answering(
                command,
                (tag, out) -> out.write((String.join("\r\n", lines) + "\r\n")
                        .replace("TAG", tag)
                        .getBytes(StandardCharsets.UTF_8)));
    }

    WrongServer answering(String command, Answer answer) {
        synchronized (answers) {
            answers.put(command, answer);
        }
        return this;
    }

    WrongServer greeting(String line) {
        greeting = line;
        return this;
    }

    /** Answers so to a line that is no command, as a sign-in sends it. */
    WrongServer answeringLines(String answer) {
        afterLine = answer;
        return this;
    }

    @Override
    public int port() {
        return listener.getLocalPort();
    }

    Account account() {
        return new Account(new AccountId("ada@oriel.test"), new Credentials.Password("ada@oriel.test", SECRET));
    }

    /** What was said to it, without tags, literals in place. */
    @Override
    public List<String> commands() {
        return commands;
    }

    private void serve(Socket client) {
        open.add(client);
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            out.write((greeting + "\r\n").getBytes(StandardCharsets.UTF_8));
            String tag = "";
            for (String line = line(in, out); !line.isEmpty(); line = line(in, out)) {
                String[] words = line.strip().split(" ", 2);
                String command = words.length < 2 ? words[0] : words[1];
                commands.add(command);
                if (words.length < 2) {
                    out.write((tag + " " + afterLine + "\r\n").getBytes(StandardCharsets.UTF_8));
                    out.flush();
                } else {
                    tag = words[0];
                    answerTo(command).to(words[0], out);
                    out.flush();
                }
            }
        } catch (IOException e) {
            // closed
        } finally {
            open.remove(client);
        }
    }

    /** What is answered to commands that begin so. */
    Answer answerTo(String command) {
        synchronized (answers) {
            return answers.entrySet().stream()
                    .filter(each -> command.startsWith(each.getKey()))
                    .map(Map.Entry::getValue)
                    .reduce((general, special) -> special)
                    .orElse((tag, out) -> out.write((tag + " OK done\r\n").getBytes(StandardCharsets.US_ASCII)));
        }
    }

    /** A command with its literals. */
    private static String line(InputStream in, OutputStream out) throws IOException {
        StringBuilder all = new StringBuilder(lineOnly(in));
        Matcher literal = LITERAL.matcher(all);
        while (literal.find()) {
            if (literal.group(2).isEmpty()) {
                out.write("+ go on\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            byte[] content = in.readNBytes(Integer.parseInt(literal.group(1)));
            all.setLength(literal.start());
            all.append(new String(content, StandardCharsets.UTF_8)).append(lineOnly(in));
            literal = LITERAL.matcher(all);
        }
        return all.toString();
    }

    private static String lineOnly(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n') {
                break;
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket each : open) {
            each.close();
        }
    }
}
