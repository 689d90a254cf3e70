package oriel.servers;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oriel.fixture.Wire;

/** The least that a mail program could do: sends a line and reads until the server is done. */
final class BareImap implements AutoCloseable {

    private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)}\r\n$");

    private static final Pattern MOD_SEQ = Pattern.compile("HIGHESTMODSEQ (\\d+)");

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private int tag;

    /** Connects without TLS and signs in. */
    BareImap(int port, String user, String password) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
        Wire.line(in);
        send("LOGIN " + user + " " + password);
    }

    /**
     * Sends a command.
     *
     * @return the lines of the answer, without what literals hold
     */
    List<String> send(String command) throws IOException {
        String name = "b" + ++tag;
        out.write((name + " " + command + "\r\n").getBytes(StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        for (String line = line(); !line.startsWith(name + " "); line = line()) {
            lines.add(line);
        }
        return lines;
    }

    /** Puts a message into a folder (LITERAL+, RFC 7888). */
    void append(String folder, byte[] message) throws IOException {
        String name = "b" + ++tag;
        out.write((name + " APPEND " + folder + " {" + message.length + "+}\r\n").getBytes(StandardCharsets.UTF_8));
        out.write(message);
        out.write("\r\n".getBytes(StandardCharsets.UTF_8));
        String answer = line();
        while (!answer.startsWith(name + " ")) {
            answer = line();
        }
        if (!answer.startsWith(name + " OK")) {
            throw new IOException("the server does not want the message: " + answer.strip());
        }
    }

    /** Selects a folder; how many messages are in it. */
    int exists(String folder) throws IOException {
        return send("SELECT " + folder).stream()
                .filter(line -> line.endsWith(" EXISTS\r\n"))
                .map(line -> Integer.parseInt(line.split(" ")[1]))
                .findFirst()
                .orElseThrow();
    }

    /** HIGHESTMODSEQ of a folder (RFC 7162). */
    String modSeq(String folder) throws IOException {
        Matcher told = MOD_SEQ.matcher(String.join("", send("STATUS " + folder + " (HIGHESTMODSEQ)")));
        if (!told.find()) {
            throw new IOException("the server tells no HIGHESTMODSEQ");
        }
        return told.group(1);
    }

    /** How many messages of the folder meet a key of SEARCH. */
    int count(String key) throws IOException {
        // The answer to SEARCH may not tell of what others have expunged, and counts it (RFC 3501 section 7.4.1).
        send("NOOP");
        return send("SEARCH " + key).stream()
                .filter(line -> line.startsWith("* SEARCH"))
                .mapToInt(line -> line.strip().split(" ").length - 2)
                .sum();
    }

    /** Fifty messages of the folder, the newest but some, of as many as there are. */
    void newest(int exists, int offset) throws IOException {
        int last = Math.max(1, exists - offset);
        send("FETCH " + Math.max(1, last - 49) + ":" + last
                + " (UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE)");
    }

    private String line() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (true) {
            byte[] part = Wire.line(in);
            if (part.length == 0) {
                throw new EOFException("the server has closed the connection");
            }
            all.writeBytes(part);
            Matcher literal = LITERAL.matcher(new String(part, StandardCharsets.ISO_8859_1));
            if (!literal.find()) {
                return all.toString(StandardCharsets.UTF_8);
            }
            in.skipNBytes(Long.parseLong(literal.group(1)));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
