package oriel.mailbox.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import oriel.mailbox.RemoteImages;

/** Takes for the mailbox page's script what somebody chooses about images that lie elsewhere. */
@Named
@RequestScoped
public class ImageChoices {

    private final RemoteImages images;
    private final ActionAnswer answer;

    @Inject
    public ImageChoices(RemoteImages images, ActionAnswer answer) {
        this.images = images;
        this.answer = answer;
    }

    /** What is done if nothing was chosen for a sender: NEVER, ASK or ALWAYS. */
    public String getRule() {
        return images.rule().name();
    }

    /** Chooses for a sender or its domain, {@code whom=SENDER&address=ada@oriel.test&shown=true}, or for all: {@code rule=ASK}. */
    public void choose() {
        answer.to(() -> {
            Parameters form = FoldersPage.form();
            if (form.has("rule")) {
                images.choose(RemoteImages.Rule.valueOf(form.text("rule")));
            } else {
                images.choose(RemoteImages.Whom.valueOf(form.text("whom")), form.text("address"), form.on("shown"));
            }
            return JsonObject.EMPTY_JSON_OBJECT;
        });
    }
}
