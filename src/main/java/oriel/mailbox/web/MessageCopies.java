package oriel.mailbox.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import oriel.mailbox.CopyMessages;
import oriel.mailbox.UndoCopy;

/** Copies messages for the mailbox page's script. */
@Named
@RequestScoped
public class MessageCopies {

    private final CopyMessages copies;
    private final UndoCopy undo;
    private final ActionAnswer answer;

    @Inject
    public MessageCopies(CopyMessages copies, UndoCopy undo, ActionAnswer answer) {
        this.copies = copies;
        this.undo = undo;
        this.answer = answer;
    }

    /** Copies to the folder {@code target}; answers where the copies are, if it is known. */
    public void copy() {
        answer.to(() -> {
            Parameters form = FoldersPage.form();
            return MailboxPage.places(copies.copy(form.messages(), form.folder("target")));
        });
    }

    /** Takes copies away, which are those of {@code ofUids} in {@code ofFolder} with {@code ofUidValidity}. */
    public void undo() {
        answer.to(() -> {
            undo.undo(FoldersPage.form().messages(), FoldersPage.form().originals());
            return JsonObject.EMPTY_JSON_OBJECT;
        });
    }
}
