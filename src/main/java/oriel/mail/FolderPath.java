package oriel.mail;

import java.io.Serializable;

/**
 * The full name of a folder as the server spells it, decoded from modified UTF-7 (RFC 3501 section 5.1.3), hierarchy
 * delimiters included. {@code INBOX} is the same in any case and always upper case here.
 *
 * @param value never empty, at most 1,000 characters, one line
 */
public record FolderPath(String value) implements Serializable {

    private static final int LONGEST = 1_000;

    /** The one folder that every server has (RFC 3501 section 5.1). */
    public static final FolderPath INBOX = new FolderPath("INBOX");

    public FolderPath {
        Lines.single("folder", value);
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException("a folder's name has 1 to " + LONGEST + " characters");
        }
        if (value.equalsIgnoreCase("INBOX")) {
            value = "INBOX";
        }
    }

    public boolean isInbox() {
        return value.equals("INBOX");
    }
}
