package oriel.mailbox.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;
import oriel.mail.SpecialUse;
import oriel.mailbox.DeleteMessages;
import oriel.mailbox.FlagMessages;
import oriel.mailbox.MoveMessages;
import oriel.mailbox.SpecialFolders;
import oriel.ui.JsonBuilders;

/** What a click on the mailbox page changes. Each action answers its script with JSON: where messages are now, or why not. */
@Named
@RequestScoped
public class MailboxPage {

    private final FlagMessages flags;
    private final MoveMessages moves;
    private final DeleteMessages deletes;
    private final SpecialFolders specials;
    private final ActionAnswer answer;

    @Inject
    public MailboxPage(
            FlagMessages flags,
            MoveMessages moves,
            DeleteMessages deletes,
            SpecialFolders specials,
            ActionAnswer answer) {
        this.flags = flags;
        this.moves = moves;
        this.deletes = deletes;
        this.specials = specials;
        this.answer = answer;
    }

    /** Sets or clears a flag: {@code flag=SEEN&set=true}. */
    public void flag() {
        answer.to(() -> {
            Parameters form = form();
            flags.flag(form.messages(), Flag.valueOf(form.text("flag")), form.on("set"));
            return JsonObject.EMPTY_JSON_OBJECT;
        });
    }

    /** Moves to the folder {@code target}, or to the one that is for {@code use}. */
    public void move() {
        answer.to(() -> {
            Parameters form = form();
            FolderPath target = form.has("use")
                    ? specials.findOrCreate(
                            SpecialUse.valueOf(form.text("use").toUpperCase(Locale.ROOT)),
                            form.folder().owner())
                    : form.folder("target");
            return places(moves.move(form.messages(), target));
        });
    }

    /** Deletes; {@code forGood=true} what lies in Deleted already. */
    public void delete() {
        answer.to(() -> places(deletes.delete(form().messages(), form().on("forGood"))));
    }

    private static Parameters form() {
        return new Parameters(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap()::get);
    }

    /** Where messages are now; nothing if it is not known. */
    static JsonObject places(List<MessageRef> now) {
        if (now.isEmpty()) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
        JsonArrayBuilder uids = JsonBuilders.array();
        now.forEach(ref -> uids.add(ref.uid()));
        return JsonBuilders.object()
                .add("folder", now.getFirst().folder().text())
                .add("uidValidity", now.getFirst().uidValidity())
                .add("uids", uids)
                .build();
    }
}
