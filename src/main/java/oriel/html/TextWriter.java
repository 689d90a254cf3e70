package oriel.html;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes lines behind quote marks and indents, with single spaces, and never two empty lines in a row. */
final class TextWriter {
    private static final int MAX_INDENTS = 20;
    private static final int MAX_LENGTH = 4 << 20;

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private final Deque<String> indents = new ArrayDeque<>();
    private String mark = "";
    private String blankPrefix = "";
    private boolean blankWanted;

    /** Text in which white space is only that. */
    void text(String text) {
        String words = text.replaceAll("[ \\t\\n]+", " ").replace('\u00A0', ' ');
        boolean atGap = line.isEmpty() || line.charAt(line.length() - 1) == ' ';
        line.append(atGap && words.startsWith(" ") ? words.substring(1) : words);
    }

    /** Text whose line ends and spaces are meant. */
    void preformatted(String text) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            line.append(lines[i]);
            if (i < lines.length - 1) {
                newLine();
            }
        }
    }

    /** Space between two cells of a row. */
    void gap() {
        if (!line.isEmpty()) {
            line.append("  ");
        }
    }

    /** Ends the line if anything stands in it. */
    void line() {
        if (!line.toString().isBlank()) {
            newLine();
        } else {
            line.setLength(0);
        }
    }

    /** Ends the line even if it is empty. */
    void newLine() {
        if (out.length() > MAX_LENGTH) {
            line.setLength(0);
            return;
        }
        if (blankWanted && !out.isEmpty() && !line.toString().isBlank()) {
            out.append(blankPrefix.stripTrailing()).append('\n');
        }
        blankWanted &= line.toString().isBlank();
        String prefix = prefix();
        out.append((prefix.substring(0, prefix.length() - markWidth(prefix)) + mark + line).stripTrailing())
                .append('\n');
        mark = "";
        line.setLength(0);
    }

    private int markWidth(String prefix) {
        return Math.min(mark.length(), prefix.length());
    }

    /** Ends the line, and leaves one empty before the next text. */
    void paragraph() {
        line();
        String prefix = prefix();
        // The empty line between two depths of quotation belongs to the shallower one.
        blankPrefix = blankWanted && blankPrefix.length() < prefix.length() ? blankPrefix : prefix;
        blankWanted = true;
    }

    void rule() {
        paragraph();
        line.append("-".repeat(40));
        paragraph();
    }

    /** A list item: its first line starts with the mark, the others below its text. */
    void item(String newMark) {
        line();
        indent(" ".repeat(newMark.length()));
        mark = indents.size() <= MAX_INDENTS ? newMark : "";
    }

    void indent(String indent) {
        indents.push(indent);
    }

    void outdent() {
        line();
        indents.poll();
    }

    /** Outermost first; deeper ones than anyone reads are left out. */
    private String prefix() {
        StringBuilder prefix = new StringBuilder();
        indents.descendingIterator().forEachRemaining(indent -> {
            if (prefix.length() < 2 * MAX_INDENTS) {
                prefix.append(indent);
            }
        });
        return prefix.toString();
    }

    String finish() {
        line();
        return out.toString().stripTrailing();
    }
}
