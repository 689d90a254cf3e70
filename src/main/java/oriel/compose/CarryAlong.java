package oriel.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * What came along.
     *
     * @param images the images that the quoted HTML may show
     * @param missing names of the files that could not be brought along
     */
    record Carried(InlineImages images, List<String> missing) {}

    /** Brings along what is wanted; one bad file does not stop the answer. */
    Carried carry(AccountId account, CompositionId id, Message original, Predicate<Attachment> wanted) {
        Map<String, String> tokens = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (Attachment attachment : original.attachments()) {
            if (wanted.test(attachment)) {
                String contentId = isShownInPlace(attachment) ? InlineImages.newContentId() : "";
                if (!carried(account, id, original, attachment, contentId)) {
                    missing.add(attachment.name());
                } else if (!contentId.isEmpty()) {
                    tokens.put(attachment.contentId(), contentId);
                }
            }
        }
        return new Carried(new InlineImages(id, tokens), missing);
    }

    private boolean carried(
            AccountId account, CompositionId id, Message original, Attachment attachment, String contentId) {
        try {
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
