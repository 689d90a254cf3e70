package oriel.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import oriel.mail.AccountId;
import oriel.mail.Attachment;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.Message;

/** Brings attachments of a message into the answer to it, streamed from the server to disk. */
@ApplicationScoped
public class CarryAlong {

    private final MailStore store;
    private final Uploads uploads;

    @Inject
    public CarryAlong(MailStore store, Uploads uploads) {
        this.store = store;
        this.uploads = uploads;
    }

    /** Whether the quoted HTML shows it, so that it belongs to the text. */
    static boolean isShownInPlace(Attachment attachment) {
        return attachment.inline() && !attachment.contentId().isEmpty();
    }

    /** Brings along what is wanted; returns the names of what could not be: one bad file does not stop the answer. */
    List<String> carry(AccountId account, CompositionId id, Message original, Predicate<Attachment> wanted) {
        List<String> missing = new ArrayList<>();
        for (Attachment attachment : original.attachments()) {
            if (wanted.test(attachment) && !carried(account, id, original, attachment)) {
                missing.add(attachment.name());
            }
        }
        return missing;
    }

    private boolean carried(AccountId account, CompositionId id, Message original, Attachment attachment) {
        try {
            String contentId = isShownInPlace(attachment) ? attachment.contentId() : "";
            store.part(
                    original.ref(),
                    attachment.part(),
                    (part, bytes) ->
                            uploads.store(account, id, attachment.name(), attachment.type(), contentId, bytes));
            return true;
        } catch (MailException | NotSendable trouble) {
            return false;
        }
    }
}
