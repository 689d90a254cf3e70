package oriel.compose.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.function.Function;
import org.primefaces.PrimeFaces;
import oriel.compose.NotSendable;
import oriel.mail.MailException;
import oriel.ui.Problems;
import oriel.ui.Texts;

/** Runs an action of the composer and hands its answer, or the reason why there is none, to the script that asked. */
@ApplicationScoped
public class ComposeAnswer {

    private final Texts texts;
    private final Problems problems;

    @Inject
    public ComposeAnswer(Texts texts, Problems problems) {
        this.texts = texts;
        this.problems = problems;
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

    /** The reason in words for the user. */
    JsonObject problem(RuntimeException trouble, Locale locale) {
        return switch (trouble) {
            case MailException mail -> problems.of(mail, locale);
            case NotSendable not -> Problems.of(not.key(), texts.get(locale, not.key(), not.arguments()));
            default -> problems.unforeseen(trouble, locale, "compose.failed");
        };
    }

    private static void tell(String name, JsonObject json) {
        PrimeFaces.current().ajax().addCallbackParam(name, json.toString());
    }
}
