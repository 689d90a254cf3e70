package oriel.mailbox.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import java.time.Duration;
import oriel.mailbox.EmptyFolder;
import oriel.mailbox.FolderWork;
import oriel.mailbox.MarkFolderRead;
import oriel.mailbox.Progress;
import oriel.ui.JsonBuilders;

/**
 * Work on all messages of a folder, done in steps of a second or two: the page asks for the next one until nothing is
 * left, shows how far it is, and may stop. Nothing of it is remembered here, so that any node can do the next step.
 */
@Named
@RequestScoped
public class FolderSteps {

    private static final Duration STEP = Duration.ofMillis(1_500);

    private final EmptyFolder empties;
    private final MarkFolderRead marks;
    private final ActionAnswer answer;

    @Inject
    public FolderSteps(EmptyFolder empties, MarkFolderRead marks, ActionAnswer answer) {
        this.empties = empties;
        this.marks = marks;
        this.answer = answer;
    }

    /** Empties {@code folder}, up to the UID {@code upTo} that the first step told. */
    public void emptyFolder() {
        answer.to(() -> json(empties.empty(form().folder(), upTo(), untilTheStepIsOver())));
    }

    /** Marks all of {@code folder} as read. */
    public void markRead() {
        answer.to(() -> json(marks.mark(form().folder(), upTo(), untilTheStepIsOver())));
    }

    private static long upTo() {
        return form().has("upTo") ? Long.parseLong(form().text("upTo")) : Long.MAX_VALUE;
    }

    private static Progress untilTheStepIsOver() {
        long end = System.nanoTime() + STEP.toNanos();
        return (done, total) -> done == 0 || System.nanoTime() < end;
    }

    private static JsonObject json(FolderWork work) {
        return JsonBuilders.object()
                .add("done", work.done())
                .add("left", work.left())
                .add("upTo", work.upTo())
                .build();
    }

    private static Parameters form() {
        return FoldersPage.form();
    }
}
