package oriel.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;

/** A DNS server on loopback that knows a few SRV records, answers NXDOMAIN to everything else, and counts questions. */
final class DnsServer implements AutoCloseable {

    private static final int SECONDS = 60;

    private final DatagramSocket socket;
    private final List<SRVRecord> records = new CopyOnWriteArrayList<>();
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private volatile boolean silent;

    DnsServer() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** Adds a record: {@code offer("_imaps._tcp.firm.example", 0, 1, 993, "imap.firm.example")}. */
    DnsServer offer(String service, int priority, int weight, int port, String target) {
        try {
            records.add(new SRVRecord(
                    Name.fromString(service + "."),
                    DClass.IN,
                    SECONDS,
                    priority,
                    weight,
                    port,
                    Name.fromString(target.isEmpty() ? "." : target + ".")));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void fallSilent() {
        silent = true;
    }

    List<String> questions() {
        return List.copyOf(questions);
    }

    private void serve() {
        byte[] buffer = new byte[512];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] answer = answer(new Message(Arrays.copyOf(buffer, packet.getLength())))
                        .toWire();
                if (!silent) {
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                // Closed, or a question that is none.
            }
        }
    }

    private Message answer(Message asked) {
        Record question = asked.getQuestion();
        questions.add(question.getName().toString(true));
        Message answer = new Message(asked.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(question, Section.QUESTION);
        records.stream()
                .filter(record -> record.getName().equals(question.getName()))
                .forEach(record -> answer.addRecord(record, Section.ANSWER));
        if (answer.getSection(Section.ANSWER).isEmpty()) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        return answer;
    }

    @Override
    public void close() {
        socket.close();
    }
}
