package oriel.mail;

import java.io.Serializable;
import java.util.Optional;

/**
 * A place of messages, as LIST tells of it.
 *
 * @param path its full name
 * @param name the last part of the full name, for people
 * @param depth how many folders it lies in; 0 at the top
 * @param use what it is for
 * @param selectable false for a name that only holds other folders ({@code \Noselect})
 * @param mail false for what holds no mail but is listed all the same (Outlook.com's Calendar, Contacts ...)
 */
public record Folder(FolderPath path, String name, int depth, SpecialUse use, boolean selectable, boolean mail)
        implements Serializable {

    /** The full name of the folder that this one lies in, whether that is listed or not; empty at the top. */
    public Optional<FolderPath> parent() {
        int end = path.value().length() - name.length() - 1;
        return depth > 0 && end > 0 && path.value().endsWith(name)
                ? Optional.of(new FolderPath(path.owner(), path.value().substring(0, end)))
                : Optional.empty();
    }

    /** Whether this is the other folder or lies in it, however deep. */
    public boolean isWithin(FolderPath other) {
        return path.equals(other)
                || parent().map(parent -> path.isWithin(
                                other, path.value().charAt(parent.value().length())))
                        .orElse(false);
    }
}
