package oriel.mailbox.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import oriel.mail.FolderName;
import oriel.mail.FolderPath;
import oriel.mailbox.CreateFolder;
import oriel.mailbox.DeleteFolder;
import oriel.mailbox.MoveFolder;
import oriel.mailbox.RenameFolder;
import oriel.mailbox.ShowFolder;
import oriel.ui.JsonBuilders;

/** What the menus of the folders change. Each action answers its script with JSON: the folder's name now, or why not. */
@Named
@RequestScoped
public class FoldersPage {

    private final CreateFolder creates;
    private final RenameFolder renames;
    private final MoveFolder moves;
    private final DeleteFolder deletes;
    private final ShowFolder shows;
    private final ActionAnswer answer;

    @Inject
    public FoldersPage(
            CreateFolder creates,
            RenameFolder renames,
            MoveFolder moves,
            DeleteFolder deletes,
            ShowFolder shows,
            ActionAnswer answer) {
        this.creates = creates;
        this.renames = renames;
        this.moves = moves;
        this.deletes = deletes;
        this.shows = shows;
        this.answer = answer;
    }

    /** Makes {@code name} in {@code folder}, or at the top. */
    public void create() {
        answer.to(() -> path(
                form().has("folder")
                        ? creates.create(form().folder(), name())
                        : creates.create(form().owner(), name())));
    }

    /** Calls {@code folder} {@code name}. */
    public void rename() {
        answer.to(() -> path(renames.rename(form().folder(), name())));
    }

    /** Moves {@code folder} into {@code target}, or to the top. */
    public void move() {
        answer.to(() -> path(
                form().has("target")
                        ? moves.move(form().folder(), form().folder("target"))
                        : moves.move(form().folder())));
    }

    /** Deletes {@code folder} and all that lies in it. */
    public void delete() {
        answer.to(() -> {
            deletes.delete(form().folder());
            return JsonObject.EMPTY_JSON_OBJECT;
        });
    }

    /** Shows or hides {@code folder}: {@code shown=false}. */
    public void show() {
        answer.to(() -> {
            shows.show(form().folder(), form().on("shown"));
            return JsonObject.EMPTY_JSON_OBJECT;
        });
    }

    private static FolderName name() {
        return new FolderName(form().text("name"));
    }

    private static JsonObject path(FolderPath folder) {
        return JsonBuilders.object().add("path", folder.text()).build();
    }

    static Parameters form() {
        return new Parameters(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap()::get);
    }
}
