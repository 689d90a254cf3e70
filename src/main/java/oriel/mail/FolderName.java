package oriel.mail;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * The name that a person gives a folder, without those of the folders around it. Composed (Unicode NFC), as RFC 6855
 * section 3 wants it, so that what looks the same is the same.
 *
 * @param value what every server can take for a name and no server takes for something else
 */
public record FolderName(String value) {

    /** A file system, where many servers keep folders by their names, takes 255 bytes. */
    private static final int MOST_BYTES = 240;

    /** @throws MailException.FolderRefused if it is no name, saying why */
    public FolderName {
        value = Normalizer.normalize(value, Normalizer.Form.NFC);
        if (value.isBlank()) {
            throw new MailException.FolderRefused(FolderTrouble.EMPTY);
        }
        if (value.codePoints().anyMatch(FolderName::isUnseen)) {
            throw new MailException.FolderRefused(FolderTrouble.CONTROL);
        }
        if (isSpace(value.codePointAt(0)) || isSpace(value.codePointBefore(value.length()))) {
            throw new MailException.FolderRefused(FolderTrouble.SPACES);
        }
        if (value.indexOf('%') >= 0 || value.indexOf('*') >= 0) {
            throw new MailException.FolderRefused(FolderTrouble.WILDCARD);
        }
        if (value.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new MailException.FolderRefused(FolderTrouble.TOO_LONG);
        }
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** What joins letters and pictures is of use in names; what turns the direction of reading only deceives. */
    private static boolean isUnseen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            case Character.FORMAT ->
                character >= 0x202A && character <= 0x202E
                        || character >= 0x2066 && character <= 0x2069
                        || character == 0xFEFF;
            default -> false;
        };
    }
}
