package oriel.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import oriel.mail.Address;
import oriel.mail.Envelope;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;
import oriel.mail.Summary;

/**
 * Packs what a row shows, and does not change, into one value: read 50 times for a page. What is only needed to index the
 * message again lies apart.
 */
final class RowBytes {

    /** A row's tooltip names no more people. */
    private static final int SHOWN = 20;

    private RowBytes() {}

    /** The value of {@link Fields#ROW}. */
    static BytesRef row(Envelope envelope) {
        return bytes(out -> {
            out.writeVLong(envelope.ref().uidValidity());
            out.writeVLong(envelope.ref().uid());
            out.writeZLong(envelope.date().toEpochMilli());
            out.writeVLong(Math.max(0, envelope.size()));
            out.writeByte((byte) (envelope.attachments() ? 1 : 0));
            out.writeString(envelope.subject());
            write(out, shown(envelope.from()));
            write(out, shown(envelope.to()));
        });
    }

    /** Reads what {@link #row} wrote. */
    static Envelope envelope(BytesRef row, FolderPath folder, Set<Flag> flags, Set<String> tags) {
        try {
            DataInput in = new ByteArrayDataInput(row.bytes, row.offset, row.length);
            MessageRef ref = new MessageRef(folder, in.readVLong(), in.readVLong());
            Instant date = Instant.ofEpochMilli(in.readZLong());
            long size = in.readVLong();
            boolean attachments = in.readByte() == 1;
            String subject = in.readString();
            List<Address> from = addresses(in);
            return new Envelope(ref, from, addresses(in), subject, date, size, flags, tags, attachments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of {@link Fields#REST}. */
    static BytesRef rest(Summary summary) {
        return bytes(out -> {
            write(out, hidden(summary.envelope().from()));
            write(out, hidden(summary.envelope().to()));
            write(out, summary.cc());
            out.writeString(summary.messageId());
            texts(out, summary.references());
            texts(out, summary.files());
        });
    }

    /** The message as it was added, of its two values. */
    static Summary summary(Envelope row, BytesRef rest) {
        try {
            DataInput in = new ByteArrayDataInput(rest.bytes, rest.offset, rest.length);
            List<Address> from = joined(row.from(), addresses(in));
            List<Address> to = joined(row.to(), addresses(in));
            List<Address> cc = addresses(in);
            String messageId = in.readString();
            List<String> references = texts(in);
            List<String> files = texts(in);
            Envelope whole = new Envelope(
                    row.ref(),
                    from,
                    to,
                    row.subject(),
                    row.date(),
                    row.size(),
                    row.flags(),
                    row.tags(),
                    row.attachments());
            return new Summary(whole, cc, messageId, references, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Message-ID in the value of {@link Fields#REST}; empty if there is none. */
    static String messageId(BytesRef rest) throws IOException {
        DataInput in = new ByteArrayDataInput(rest.bytes, rest.offset, rest.length);
        for (int i = 0; i < 3; i++) {
            addresses(in);
        }
        return in.readString();
    }

    private static List<Address> shown(List<Address> all) {
        return all.subList(0, Math.min(SHOWN, all.size()));
    }

    private static List<Address> hidden(List<Address> all) {
        return all.subList(Math.min(SHOWN, all.size()), all.size());
    }

    private static List<Address> joined(List<Address> shown, List<Address> hidden) {
        List<Address> all = new ArrayList<>(shown);
        all.addAll(hidden);
        return all;
    }

    private static void write(DataOutput out, List<Address> addresses) throws IOException {
        out.writeVInt(addresses.size());
        for (Address each : addresses) {
            out.writeString(each.name());
            out.writeString(each.email());
        }
    }

    private static List<Address> addresses(DataInput in) throws IOException {
        int count = in.readVInt();
        List<Address> addresses = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            addresses.add(new Address(in.readString(), in.readString()));
        }
        return addresses;
    }

    private static void texts(DataOutput out, List<String> texts) throws IOException {
        out.writeVInt(texts.size());
        for (String each : texts) {
            out.writeString(each);
        }
    }

    private static List<String> texts(DataInput in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int i = in.readVInt(); i > 0; i--) {
            texts.add(in.readString());
        }
        return texts;
    }

    private static BytesRef bytes(Writing writing) {
        try {
            ByteBuffersDataOutput out = new ByteBuffersDataOutput();
            writing.write(out);
            return new BytesRef(out.toArrayCopy());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void write(DataOutput out) throws IOException;
    }
}
