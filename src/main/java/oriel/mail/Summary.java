package oriel.mail;

import java.util.List;

/**
 * What the index keeps of a message: its row, and what conversations and searches need beside it.
 *
 * @param cc the further recipients; may be empty
 * @param messageId with angle brackets; empty if there is none
 * @param references Message-IDs of the messages before it in its thread, oldest first, the one that it answers
 *     ({@code In-Reply-To}) last; without doubles
 * @param files names of attachments, as they were sent but not of any length; without those that have none
 */
public record Summary(
        Envelope envelope, List<Address> cc, String messageId, List<String> references, List<String> files) {

    public Summary {
        cc = List.copyOf(cc);
        references = List.copyOf(references);
        files = List.copyOf(files);
    }
}
