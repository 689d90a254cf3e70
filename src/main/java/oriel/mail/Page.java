package oriel.mail;

import java.util.List;

/**
 * A window of a folder's list, newest first.
 *
 * @param folder which folder
 * @param uidValidity its UIDVALIDITY when the window was read
 * @param offset place of the first row in the whole list; 0 is the newest message
 * @param total how many messages the folder held then
 * @param rows the rows, newest first; fewer than asked for at the end of the list
 */
public record Page(FolderPath folder, long uidValidity, int offset, int total, List<Envelope> rows) {

    public Page {
        rows = List.copyOf(rows);
    }
}
