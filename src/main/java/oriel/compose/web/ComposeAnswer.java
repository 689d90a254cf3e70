package oriel.compose.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.primefaces.PrimeFaces;
import oriel.compose.NotSendable;
import oriel.mail.MailException;
import oriel.ui.Texts;

/** Runs an action of the composer and hands its answer, or the reason why there is none, to the script that asked. */
@ApplicationScoped
public class ComposeAnswer {

    private static final Logger LOG = Logger.getLogger(ComposeAnswer.class.getName());

    private final Texts texts;

    @Inject
    public ComposeAnswer(Texts texts) {
        this.texts = texts;
    }

    void with(Function<ComposeRequest, JsonObject> action) {
        FacesContext faces = FacesContext.getCurrentInstance();
        Locale locale = faces.getViewRoot().getLocale();
        try {
            JsonObject answer =
                    action.apply(new ComposeRequest(faces.getExternalContext().getRequestParameterMap(), locale));
            tell("answer", answer);
        } catch (RuntimeException trouble) {
            tell("problem", problem(trouble, locale));
        }
    }

    /** The reason in words for the user; what nobody foresaw gets a number that the log has too. */
    JsonObject problem(RuntimeException trouble, Locale locale) {
        if (trouble instanceof MailException mail) {
            return ComposeJson.problem(mail.getClass().getSimpleName(), texts.of(locale, mail));
        }
        if (trouble instanceof NotSendable not) {
            return ComposeJson.problem(not.key(), texts.get(locale, not.key(), not.arguments()));
        }
        String id = UUID.randomUUID().toString().substring(0, 8);
        LOG.log(Level.SEVERE, trouble, () -> "composer, problem " + id);
        return ComposeJson.problem("Failed", texts.get(locale, "compose.failed", id));
    }

    private static void tell(String name, JsonObject json) {
        PrimeFaces.current().ajax().addCallbackParam(name, json.toString());
    }
}
