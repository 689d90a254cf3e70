package oriel.mailbox.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.primefaces.PrimeFaces;
import oriel.mail.MailException;
import oriel.ui.Problems;

/** Hands the outcome of an action to the script that asked for it, as {@code answer} or as {@code problem}. */
@RequestScoped
public class ActionAnswer {

    private static final Logger LOG = Logger.getLogger(ActionAnswer.class.getName());

    private final Problems problems;

    @Inject
    public ActionAnswer(Problems problems) {
        this.problems = problems;
    }

    void to(Supplier<JsonObject> action) {
        Locale locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        try {
            add("answer", action.get());
        } catch (MailException e) {
            LOG.log(Level.INFO, "action refused: {0}", e.getMessage());
            add("problem", problems.of(e, locale));
        } catch (RuntimeException e) {
            add("problem", problems.unforeseen(e, locale, "mailbox.failed"));
        }
    }

    private static void add(String name, JsonObject json) {
        PrimeFaces.current().ajax().addCallbackParam(name, json.toString());
    }
}
