package oriel.demo.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Conversations as they are written down in the resources: {@code ===} and a subject, headers, and then for each message
 * {@code ---}, who, {@code +days}, when, and words on how.
 */
final class Script {

    private static final Pattern CONVERSATION = Pattern.compile("(?m)^=== ");
    private static final Pattern MESSAGE = Pattern.compile("(?m)^--- (\\w+) (?:\\+(\\d+) )?(\\d\\d):(\\d\\d)(.*)$");

    private Script() {}

    /**
     * @param days how many days ago it began
     * @param with who else gets it
     */
    record Conversation(String subject, String folder, int days, List<String> with, List<Turn> turns) {

        /** All who write or get it. */
        Set<String> members() {
            Set<String> members = new TreeSet<>(with);
            turns.forEach(turn -> members.add(turn.who()));
            return members;
        }
    }

    /**
     * A message of it.
     *
     * @param day after the beginning
     * @param how {@code quote}, {@code html}, {@code flowed}, or a {@link Mark}
     */
    record Turn(String who, int day, int hour, int minute, Set<String> how, String text) {}

    /** The text of a resource of this package. */
    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Script.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Conversation> read(String resource) {
        return CONVERSATION
                .splitAsStream(resource(resource))
                .filter(text -> !text.isBlank())
                .map(Script::conversation)
                .toList();
    }

    private static Conversation conversation(String text) {
        Matcher message = MESSAGE.matcher(text);
        if (!message.find()) {
            throw new IllegalArgumentException("a conversation without a message: " + text);
        }
        String[] head = text.substring(0, message.start()).split("\n");
        Map<String, String> headers = new HashMap<>();
        Arrays.stream(head)
                .skip(1)
                .map(line -> line.split(": ", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> headers.put(pair[0], pair[1]));
        return new Conversation(
                head[0].strip(),
                headers.getOrDefault("folder", Mailbox.INBOX),
                Integer.parseInt(headers.get("days")),
                list(headers.getOrDefault("with", "")),
                turns(text));
    }

    private static List<Turn> turns(String text) {
        return MESSAGE.matcher(text)
                .results()
                .map(found -> new Turn(
                        found.group(1),
                        found.group(2) == null ? 0 : Integer.parseInt(found.group(2)),
                        Integer.parseInt(found.group(3)),
                        Integer.parseInt(found.group(4)),
                        Set.copyOf(list(found.group(5).strip().replace(' ', ','))),
                        body(text, found.end())))
                .toList();
    }

    private static String body(String text, int start) {
        Matcher next = MESSAGE.matcher(text);
        int end = next.find(start) ? next.start() : text.length();
        return text.substring(start, end).strip() + "\n";
    }

    private static List<String> list(String words) {
        return Arrays.stream(words.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
