package oriel.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import oriel.fixture.TlsContract;

/**
 * An SMTP server that answers as a test tells it. Answers are found by the beginning of the command; {@code "."} is the end
 * of the text. {@link #CUT} closes the connection instead of answering, {@link #STALL} never answers.
 */
final class ScriptedSmtpServer implements TlsContract.Listening {

    static final String CUT = "cut";
    static final String STALL = "stall";

    /** Answers to a command that stands for having read so much of the text. */
    static final String INSIDE_TEXT = "inside text";

    private final ServerSocket socket;
    private final Map<String, String> answers = new LinkedHashMap<>();
    private volatile String afterEmptyLine = "500 what";
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    ScriptedSmtpServer() throws IOException {
        this(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
    }

    /** @param socket may speak TLS */
    ScriptedSmtpServer(ServerSocket socket) {
        this.socket = socket;
        answers.put("EHLO", "250-test\r\n250 AUTH PLAIN LOGIN XOAUTH2");
        answers.put("AUTH", "235 ok");
        answers.put("DATA", "354 go on");
        Thread.ofVirtual().start(this::accept);
    }

    ScriptedSmtpServer answering(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    ScriptedSmtpServer answeringEmptyLines(String answer) {
        afterEmptyLine = answer;
        return this;
    }

    @Override
    public int port() {
        return socket.getLocalPort();
    }

    /** What was said to it, without the text. */
    @Override
    public List<String> commands() {
        return commands;
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                if (socket.isClosed()) {
                    // It was about to be accepted when the server was closed.
                    connection.close();
                } else {
                    connections.add(connection);
                    Thread.ofVirtual().start(() -> serve(connection));
                }
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = connection.getOutputStream();
            boolean open = say(out, "220 test");
            while (open) {
                String line = in.readLine();
                if (line == null) {
                    return;
                }
                commands.add(line);
                open = say(out, answer(line));
                if (open && line.equals("DATA") && answer(line).startsWith("354")) {
                    open = text(in) && say(out, answer("."));
                }
            }
        } catch (IOException e) {
            // the client hung up
        }
    }

    private boolean text(BufferedReader in) throws IOException {
        if (CUT.equals(answers.get(INSIDE_TEXT))) {
            in.readLine();
            return false;
        }
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
        return line != null;
    }

    private String answer(String line) {
        return line.isEmpty()
                ? afterEmptyLine
                : answers.entrySet().stream()
                        .filter(each -> line.startsWith(each.getKey()))
                        .map(Map.Entry::getValue)
                        .reduce((general, special) -> special)
                        .orElse("250 ok");
    }

    private boolean say(OutputStream out, String answer) throws IOException {
        if (answer.equals(CUT)) {
            return false;
        }
        if (!answer.equals(STALL)) {
            out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
