package oriel.html;

import java.util.ArrayList;
import java.util.List;

/** Takes a text/plain body apart into lines with their depth of quotation. */
final class TextLines {
    /** One line as it is to be shown; of flowed text, a paragraph. */
    record Line(int depth, String text) {
        /** RFC 3676, section 4.3: the line between a message and its signature. */
        boolean startsSignature() {
            return depth == 0 && text.equals("-- ");
        }
    }

    private TextLines() {}

    /** Text whose line ends are all meant. Quotes may be written {@code >>} or {@code > >}. */
    static List<Line> fixed(String text) {
        return lines(text).stream().map(TextLines::fixedLine).toList();
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    private static Line fixedLine(String line) {
        int depth = 0;
        int i = 0;
        while (i < line.length() && line.charAt(i) == '>') {
            depth++;
            i++;
            i += line.startsWith(" ", i) ? 1 : 0;
        }
        return new Line(depth, line.substring(i));
    }

    /**
     * Format=flowed text, RFC 3676, section 4: a line that ends in a space goes on in the next line of the same depth.
     *
     * @param delSp whether that space was added (section 4.1)
     */
    static List<Line> flowed(String text, boolean delSp) {
        List<Line> paragraphs = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int openDepth = -1;
        for (String raw : lines(text)) {
            Line line = unstuffed(raw);
            if (openDepth >= 0 && (openDepth != line.depth() || line.text().equals("-- "))) {
                paragraphs.add(new Line(openDepth, open.toString()));
                open.setLength(0);
            }
            boolean goesOn = line.text().endsWith(" ") && !line.text().equals("-- ");
            open.append(line.text(), 0, line.text().length() - (goesOn && delSp ? 1 : 0));
            openDepth = goesOn ? line.depth() : -1;
            if (!goesOn) {
                paragraphs.add(new Line(line.depth(), open.toString()));
                open.setLength(0);
            }
        }
        if (openDepth >= 0) {
            paragraphs.add(new Line(openDepth, open.toString()));
        }
        return paragraphs;
    }

    /** Sections 4.4 and 4.5: quote marks stand without spaces, then one space may be stuffing. */
    private static Line unstuffed(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return new Line(depth, line.substring(line.startsWith(" ", depth) ? depth + 1 : depth));
    }
}
