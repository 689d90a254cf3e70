package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oriel.mail.Body;
import oriel.mail.Lines;

/** How a text begins, in one line: without quotes and rulers, as far as there is something else. */
@ApplicationScoped
public class PreviewLine {

    private static final int LONGEST = 200;

    /** A text that is nothing but quotes is shown by them. */
    private static final Pattern QUOTED = Pattern.compile("\\s*(>.*|[-_=*~]{3,}\\s*|\\[image: .*])");

    /** What mailers put before the text so that previews show nothing else: invisible characters. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\u034f\\u115f\\u3164\\s]+");

    private final ReadableText readable;

    @Inject
    public PreviewLine(ReadableText readable) {
        this.readable = readable;
    }

    /** The line; empty if there is no text. */
    public String of(Body body) {
        String text = readable.lines(body);
        String own =
                text.lines().filter(line -> !QUOTED.matcher(line).matches()).collect(Collectors.joining(" "));
        String line = line(own);
        return line.isEmpty() ? line(text) : line;
    }

    private static String line(String text) {
        String line = Lines.folded(INVISIBLE.matcher(text).replaceAll(" "));
        if (line.length() <= LONGEST) {
            return line;
        }
        // Never half of a character that takes two places.
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end);
    }
}
