package oriel.demo.sample;

import java.util.ArrayList;
import java.util.List;

import static java.util.stream.Collectors.joining;

/** Arranges plain text. */
final class Paragraphs {

    private static final int WIDTH = 72;

    private Paragraphs() {}

    /** Breaks long lines with a trailing space, so that a reader can join them again (RFC 3676, section 4.2). */
    static String flow(String text) {
        return text.lines().map(Paragraphs::flowLine).collect(joining("\n", "", "\n"));
    }

    private static String flowLine(String line) {
        if (line.startsWith(">") || line.equals("-- ")) {
            return line;
        }
        List<String> lines = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String word : line.split(" ")) {
            if (!current.isEmpty() && current.length() + word.length() >= WIDTH) {
                lines.add(current.toString());
                current.setLength(0);
            }
            current.append(word).append(' ');
        }
        lines.add(current.toString().stripTrailing());
        return String.join("\n", lines);
    }

    static String quote(String text) {
        return text.lines()
                .map(line -> line.startsWith(">") ? ">" + line : line.isEmpty() ? ">" : "> " + line)
                .collect(joining("\n", "", "\n"));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Plain text as simple mail programs write it in HTML. */
    static String html(String text) {
        return "<div style=\"font-family:Calibri,Arial,sans-serif;font-size:11pt\">"
                + escape(text).replace("\n", "<br>\n") + "</div>\n";
    }
}
