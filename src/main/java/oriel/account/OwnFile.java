package oriel.account;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/**
 * A file of one account to which a line is added for each change. It is never written anew, so that nothing in it can be
 * lost, and several Oriels may add to it. Not thread safe.
 */
final class OwnFile {

    private final Path file;
    private long read;

    OwnFile(Path file) {
        this.file = file;
    }

    /** The lines that came since this was last asked; those that were cut off when Oriel was are among them. */
    List<String> news() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return readOn(channel);
        }
    }

    /** Whole lines only: the last one may be on its way still. */
    private List<String> readOn(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size == read) {
            return List.of();
        }
        ByteBuffer added = ByteBuffer.allocate(Math.toIntExact(size - read));
        while (added.hasRemaining() && channel.read(added, read + added.position()) > 0) {
            // Goes on until all is there.
        }
        String text = new String(added.array(), 0, added.position(), StandardCharsets.UTF_8);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        read += whole.getBytes(StandardCharsets.UTF_8).length;
        return whole.lines().filter(line -> !line.isEmpty()).toList();
    }

    /** Adds a line; durable when this returns. */
    void add(String line) throws IOException {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options);
                var lock = channel.lock()) {
            if (lock.isValid()) {
                add(channel, bytes);
            }
        }
    }

    private static void add(FileChannel channel, byte[] line) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long end = channel.size();
        ByteBuffer last = ByteBuffer.allocate(1);
        if (end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n') {
            out.write('\n');
        }
        out.writeBytes(line);
        ByteBuffer bytes = ByteBuffer.wrap(out.toByteArray());
        while (bytes.hasRemaining()) {
            channel.write(bytes, end + bytes.position());
        }
        channel.force(true);
    }
}
