package oriel.compose;

import java.util.Locale;
import oriel.mail.Lines;

/** Makes what a browser or a message claims of a file fit for a header. */
final class FileNames {

    private static final int LONGEST = 200;

    private FileNames() {}

    /** The last part of the name, on one line, without characters that hide its ending (Unicode bidi controls). */
    static String name(String claimed) {
        String line = Lines.folded(claimed).replaceAll("[\\p{Cf}]", "");
        String last = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1)
                .strip();
        if (last.length() > LONGEST) {
            int dot = last.lastIndexOf('.');
            String ending = dot > 0 && last.length() - dot <= 12 ? last.substring(dot) : "";
            last = last.substring(0, LONGEST - ending.length()) + ending;
        }
        return last.isEmpty() || last.equals(".") || last.equals("..") ? "file" : last;
    }

    /** The media type without parameters, or the one that says nothing (RFC 2045 section 5.1). */
    static String type(String claimed) {
        String type = claimed.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        boolean wellFormed = type.matches("[a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100}");
        return wellFormed && !type.startsWith("multipart/") && !type.startsWith("message/")
                ? type
                : "application/octet-stream";
    }
}
