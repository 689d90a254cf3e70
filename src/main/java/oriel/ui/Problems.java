package oriel.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import oriel.mail.MailException;

/** Trouble as the pages' scripts are told of it: {@code {"kind":"MessageGone","error":"This message ..."}}. */
@ApplicationScoped
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class.getName());

    private final Texts texts;

    @Inject
    public Problems(Texts texts) {
        this.texts = texts;
    }

    /** @param sentence for the user */
    public static JsonObject of(String kind, String sentence) {
        return JsonBuilders.object().add("kind", kind).add("error", sentence).build();
    }

    public JsonObject of(MailException trouble, Locale locale) {
        return of(trouble.getClass().getSimpleName(), texts.of(locale, trouble));
    }

    /**
     * What nobody foresaw gets a number that the log has too.
     *
     * @param key of the sentence, which is filled with the number
     */
    public JsonObject unforeseen(RuntimeException bug, Locale locale, String key) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        LOG.log(Level.SEVERE, bug, () -> "problem " + id);
        return of("Failed", texts.get(locale, key, id));
    }
}
