package oriel.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oriel.mail.AccountId;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.MessageRef;
import oriel.mail.Owner;

/** Takes up again what was being written when the page, the session or the server went away: same name, same thread. */
@ApplicationScoped
public class ResumeWriting {

    private final MailStore store;

    @Inject
    public ResumeWriting(MailStore store) {
        this.store = store;
    }

    /** The text is in the browser; where the original is gone meanwhile, it becomes a message of its own. */
    public Composition resume(
            AccountId account, CompositionId id, Owner owner, ComposeKind kind, @Nullable MessageRef original) {
        ReplyThread thread = original == null ? ReplyThread.NONE : threadOf(original);
        String inReplyTo = kind == ComposeKind.FORWARD ? "" : thread.inReplyTo();
        return new Composition(
                id,
                account,
                owner,
                kind,
                original,
                List.of(),
                List.of(),
                "",
                "",
                "",
                inReplyTo,
                thread.references(),
                List.of());
    }

    private ReplyThread threadOf(MessageRef original) {
        try {
            return ReplyThread.of(store.message(original));
        } catch (MailException.MessageGone | MailException.FolderChangedUnderUs | MailException.FolderGone gone) {
            return ReplyThread.NONE;
        }
    }
}
