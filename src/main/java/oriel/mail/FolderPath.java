package oriel.mail;

import java.io.Serializable;

/**
 * The full name of a folder as the server spells it, decoded from modified UTF-7 (RFC 3501 section 5.1.3), hierarchy
 * delimiters included. {@code INBOX} is the same in any case and always upper case here.
 *
 * @param owner whose it is; its name is that owner's server's
 * @param value never empty, at most 1,000 characters, one line
 */
public record FolderPath(Owner owner, String value) implements Serializable {

    private static final int LONGEST = 1_000;
    private static final String SHARED = "//";

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

    /** A folder of one's own. */
    public FolderPath(String value) {
        this(Owner.SELF, value);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it is no folder's name
     */
    public static FolderPath parse(String text) {
        if (!text.startsWith(SHARED)) {
            return new FolderPath(text);
        }
        int end = text.indexOf('/', SHARED.length());
        if (end < 0) {
            throw new IllegalArgumentException("a shared mailbox's folder has a name");
        }
        return new FolderPath(new Owner(text.substring(SHARED.length(), end)), text.substring(end + 1));
    }

    /**
     * The name for addresses and scripts: {@code INBOX}, or {@code //shared@example.org/INBOX}. An own folder whose name
     * begins with two slashes is written as if it had a nameless owner, so that it can't be taken for a shared one.
     */
    public String text() {
        return owner.isSelf() && !value.startsWith(SHARED) ? value : SHARED + owner.address() + '/' + value;
    }

    /** The folder of the same name that is another owner's. */
    public FolderPath of(Owner other) {
        return new FolderPath(other, value);
    }

    /** Whether this is the other folder or, by its name, lies in it. */
    public boolean isWithin(FolderPath other, char delimiter) {
        return equals(other) || owner.equals(other.owner) && value.startsWith(other.value + delimiter);
    }

    public boolean isInbox() {
        return value.equals("INBOX");
    }
}
