package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import oriel.mail.FolderPath;
import oriel.mail.MailStore;
import oriel.mail.MessageRef;
import oriel.mail.SpecialUse;

/** Deletes messages: first into Deleted, and from there for good. */
@ApplicationScoped
public class DeleteMessages {

    private final MailStore store;
    private final SpecialFolders specials;
    private final MoveMessages move;

    @Inject
    public DeleteMessages(MailStore store, SpecialFolders specials, MoveMessages move) {
        this.store = store;
        this.specials = specials;
        this.move = move;
    }

    /**
     * Deletes messages of one folder.
     *
     * @param forGood what the user agreed to: true also destroys what lies in Deleted already. Asked for false there,
     *     nothing happens, so that a wrong guess about the folder never destroys mail.
     * @return where they are now, for undoing; empty if they are gone or the server does not tell
     */
    public List<MessageRef> delete(List<MessageRef> messages, boolean forGood) {
        if (messages.isEmpty()) {
            return List.of();
        }
        FolderPath folder = messages.getFirst().folder();
        FolderPath deleted = specials.findOrCreate(SpecialUse.TRASH, folder.owner());
        if (!folder.equals(deleted)) {
            return move.move(messages, deleted);
        }
        if (forGood) {
            store.delete(messages);
        }
        return List.of();
    }
}
