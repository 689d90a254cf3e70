package oriel.mailbox;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
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
import oriel.account.OwnFiles;
import oriel.mail.Tag;
import oriel.ui.JsonBuilders;

/** One account's own tags, of which each line tells a change: {@code ["Work",true,"<id>",...]}. Not thread safe. */
final class TagBook implements OwnFiles.Book {

    private static final Logger LOG = Logger.getLogger(TagBook.class.getName());

    private final Map<MessageName, Set<Tag>> tags = new HashMap<>();
    private final Map<String, Found> found = new HashMap<>();
    private @Nullable Set<Tag> all;

    /** The messages with a tag: the Message-IDs of those that have one, and the others. */
    record Found(Set<String> messageIds, List<MessageName> others) {}

    /** The tags by message, as they are now; not to be changed. */
    Map<MessageName, Set<Tag>> tags() {
        return tags;
    }

    /** All that any message has; looked for only when something has changed. */
    Set<Tag> all() {
        if (all == null) {
            all = tags.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
        }
        return all;
    }

    @Override
    public void take(List<String> lines) {
        lines.forEach(this::take);
        found.clear();
        all = null;
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

    /** What is to be kept when messages are given a tag, or it is taken from them. */
    static String line(Collection<MessageName> messages, Tag tag, boolean set) {
        var line = JsonBuilders.array().add(tag.keyword()).add(set);
        messages.forEach(each -> line.add(each.text()));
        return line.build().toString();
    }

    /** The messages with a tag; the same answer for as long as nothing has changed, so that lists are known again. */
    Found with(Tag tag) {
        return found.computeIfAbsent(tag.keyword().toLowerCase(Locale.ROOT), keyword -> {
            List<MessageName> names = tags.entrySet().stream()
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
