package oriel.index;

import java.util.List;

/**
 * A window of a list.
 *
 * @param offset place of the first row in the whole list
 * @param total how many rows the whole list has, as far as is known
 * @param known how much of the folder, or of all of them, is indexed, 0 to 1
 * @param rows in the list's order; fewer than asked for at its end
 */
public record Listing(int offset, int total, double known, List<Row> rows) {

    public Listing {
        rows = List.copyOf(rows);
    }
}
