package oriel.mailbox;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oriel.mail.Tag;
import oriel.ui.JsonBuilders;

/**
 * One account's own tags: a file to which a line is added for each change, {@code ["Work",true,"<id>",...]}. It is never
 * written anew, so that nothing in it can be lost, and several Oriels may add to it. Not thread safe.
 */
final class TagBook {

    private static final Logger LOG = Logger.getLogger(TagBook.class.getName());

    private final Path file;
    private final Map<MessageName, Set<Tag>> tags = new HashMap<>();
    private final Map<String, Found> found = new HashMap<>();
    private @Nullable Set<Tag> all;
    private long read;

    /** The messages with a tag: the Message-IDs of those that have one, and the others. */
    record Found(Set<String> messageIds, List<MessageName> others) {}

    TagBook(Path file) {
        this.file = file;
    }

    /** The tags by message, as they are now; not to be changed. */
    Map<MessageName, Set<Tag>> tags() throws IOException {
        if (Files.exists(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                readOn(channel);
            }
        }
        return tags;
    }

    /** All that any message has; looked for only when something has changed. */
    Set<Tag> all() throws IOException {
        Map<MessageName, Set<Tag>> now = tags();
        if (all == null) {
            all = now.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
        }
        return all;
    }

    /** What was added since, whole lines only: the last one may be on its way still. */
    private void readOn(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size == read) {
            return;
        }
        ByteBuffer added = ByteBuffer.allocate(Math.toIntExact(size - read));
        while (added.hasRemaining() && channel.read(added, read + added.position()) > 0) {
            // Goes on until all is there.
        }
        String text = new String(added.array(), 0, added.position(), StandardCharsets.UTF_8);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        whole.lines().filter(line -> !line.isEmpty()).forEach(this::take);
        found.clear();
        all = null;
        read += whole.getBytes(StandardCharsets.UTF_8).length;
    }

    private void take(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            JsonArray change = reader.readArray();
            Tag tag = new Tag(change.getString(0));
            boolean set = change.getBoolean(1);
            change.getValuesAs(JsonValue.class).stream()
                    .skip(2)
                    .forEach(name -> apply(new MessageName(((JsonString) name).getString()), tag, set));
        } catch (JsonException | IllegalArgumentException | ClassCastException | IndexOutOfBoundsException e) {
            // A line that was cut off when Oriel was.
            LOG.log(Level.FINE, "A line of a file of tags is not understood", e);
        }
    }

    private void apply(MessageName message, Tag tag, boolean set) {
        Set<Tag> now = new LinkedHashSet<>(tags.getOrDefault(message, Set.of()));
        now.removeIf(each -> each.is(tag.keyword()));
        if (set) {
            now.add(tag);
        }
        if (now.isEmpty()) {
            tags.remove(message);
        } else {
            tags.put(message, now);
        }
    }

    /** Gives messages a tag, or takes it from them; durable when this returns. */
    void change(Collection<MessageName> messages, Tag tag, boolean set) throws IOException {
        var line = JsonBuilders.array().add(tag.keyword()).add(set);
        messages.forEach(each -> line.add(each.text()));
        byte[] bytes = (line.build() + "\n").getBytes(StandardCharsets.UTF_8);
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options);
                var lock = channel.lock()) {
            if (lock.isValid()) {
                add(channel, bytes);
            }
            readOn(channel);
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

    /** The messages with a tag; the same answer for as long as nothing has changed, so that lists are known again. */
    Found with(Tag tag) throws IOException {
        Map<MessageName, Set<Tag>> all = tags();
        return found.computeIfAbsent(tag.keyword().toLowerCase(Locale.ROOT), keyword -> {
            List<MessageName> names = all.entrySet().stream()
                    .filter(each -> each.getValue().stream().anyMatch(own -> own.is(keyword)))
                    .map(Map.Entry::getKey)
                    .toList();
            return new Found(
                    names.stream()
                            .filter(MessageName::isMessageId)
                            .map(MessageName::text)
                            .collect(Collectors.toUnmodifiableSet()),
                    names.stream().filter(each -> !each.isMessageId()).toList());
        });
    }
}
