package oriel.mail;

import java.io.Serializable;

/**
 * Where in a message a part stands: child numbers from 1, joined by dots, as IMAP numbers sections (RFC 3501 section
 * 6.4.5); {@code "1"} in a message that is not multipart is its only text.
 */
public record PartId(String value) implements Serializable {

    public PartId {
        if (!value.matches("[1-9]\\d{0,5}(\\.[1-9]\\d{0,5}){0,60}")) {
            throw new IllegalArgumentException("not a part number");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
