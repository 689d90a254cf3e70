package oriel.mailbox;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import oriel.index.Complaint;
import oriel.index.Row;
import oriel.mail.FolderPath;

/**
 * A window of a list.
 *
 * @param folder the folder that is open
 * @param uidValidity its UIDVALIDITY; 0 if it is not known
 * @param offset place of the first row in the whole list
 * @param total how many rows the whole list has
 * @param rows in the list's order
 * @param known how much of what was asked for is indexed, 0 to 1; empty if the mail server itself has answered
 * @param words what to highlight
 * @param complaint what of the search was not understood
 * @param more whether the mail server is still being asked
 */
public record ListWindow(
        FolderPath folder,
        long uidValidity,
        int offset,
        int total,
        List<Row> rows,
        OptionalDouble known,
        List<String> words,
        Optional<Complaint> complaint,
        boolean more) {

    public ListWindow {
        rows = List.copyOf(rows);
        words = List.copyOf(words);
    }
}
