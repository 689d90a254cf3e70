package oriel.mailbox.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.primefaces.PrimeFaces;
import oriel.mail.MailException;
import oriel.ui.Texts;

/** Hands the outcome of an action to the script that asked for it, as {@code answer} or as {@code problem}. */
@RequestScoped
public class ActionAnswer {

    private static final Logger LOG = Logger.getLogger(ActionAnswer.class.getName());

    private final Texts texts;

    @Inject
    public ActionAnswer(Texts texts) {
        this.texts = texts;
    }

    void to(Supplier<JsonObject> action) {
        try {
            add("answer", action.get());
        } catch (MailException e) {
            LOG.log(Level.INFO, "action refused: {0}", e.getMessage());
            String sentence =
                    texts.of(FacesContext.getCurrentInstance().getViewRoot().getLocale(), e);
            add(
                    "problem",
                    Json.createObjectBuilder()
                            .add("kind", e.getClass().getSimpleName())
                            .add("error", sentence)
                            .build());
        }
    }

    private static void add(String name, JsonObject json) {
        PrimeFaces.current().ajax().addCallbackParam(name, json.toString());
    }
}
