package oriel.index;

import java.util.List;

/**
 * A window of the messages of a conversation.
 *
 * @param conversation as a row tells of it; without messages if there is no such conversation
 * @param offset place of the first row, 0 = newest
 * @param rows newest first; fewer than asked for at its end
 */
public record ConversationMessages(Conversation conversation, int offset, List<Row> rows) {

    public ConversationMessages {
        rows = List.copyOf(rows);
    }

    static ConversationMessages none(long id) {
        return new ConversationMessages(new Conversation(id, 0, 0, 0, List.of()), 0, List.of());
    }
}
