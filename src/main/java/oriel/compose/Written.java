package oriel.compose;

import java.util.List;

/**
 * What somebody wrote, as it comes from the page: hostile until it is checked.
 *
 * @param from the address to write as; empty for the one that the writing began with
 * @param to recipients as they were typed
 * @param rich whether {@code body} is HTML, else it is plain text
 * @param files the uploads that the writer sees as attached
 */
public record Written(
        String from, String to, String cc, String bcc, String subject, boolean rich, String body, List<String> files) {

    public Written {
        files = List.copyOf(files);
    }
}
