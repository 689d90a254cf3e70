package oriel.index;

import java.util.List;
import oriel.mail.Address;

/**
 * Messages that belong together, of all folders, those that were sent too.
 *
 * @param id the same for all of them, for as long as the index lives
 * @param messages how many
 * @param unread how many of them are unread
 * @param flagged how many of them are flagged
 * @param participants who wrote them, each once, oldest first; a few at most
 */
public record Conversation(long id, int messages, int unread, int flagged, List<Address> participants) {

    public Conversation {
        participants = List.copyOf(participants);
    }
}
