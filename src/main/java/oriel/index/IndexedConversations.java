package oriel.index;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import oriel.mail.AccountId;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;

/** The messages of conversations, as far as they are indexed. Never throws. */
@ApplicationScoped
public class IndexedConversations {

    private final MessageIndex index;

    @Inject
    public IndexedConversations(MessageIndex index) {
        this.index = index;
    }

    /**
     * A window of the messages of a conversation, newest first, each once; none if there is no such conversation.
     *
     * @param id as {@link Conversation#id()}, or a number that it once had
     * @param folder whose copy of a message is taken, if there are copies
     * @param offset place of the first one, 0 = newest
     * @param limit how many at most
     */
    public ConversationMessages window(AccountId account, long id, FolderPath folder, int offset, int limit) {
        return index.read(
                account,
                ConversationMessages.none(id),
                (known, searcher) -> Conversations.window(
                        searcher, id, folder, known.positions().apart(), offset, limit));
    }

    /** The window of a message's conversation that the message is in; none if it is not indexed. */
    public ConversationMessages around(AccountId account, MessageRef message, int limit) {
        return index.read(
                account,
                ConversationMessages.none(0),
                (known, searcher) -> Conversations.around(
                        searcher, message, message.folder(), known.positions().apart(), limit));
    }

    /**
     * The messages of conversations that lie in a folder, those of each newest first.
     *
     * @param ids each as {@link Conversation#id()}, or a number that it once had
     */
    public List<MessageRef> refs(AccountId account, List<Long> ids, FolderPath folder) {
        return index.read(account, List.of(), (known, searcher) -> Conversations.refs(searcher, ids, folder));
    }
}
