package oriel.ui;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import oriel.mail.MailException;

/** The sentences people read, from the message bundle {@code oriel/messages.properties}. */
@ApplicationScoped
public class Texts {

    private static final String BUNDLE = "oriel.messages";

    /**
     * The sentence under a key.
     *
     * @param arguments fill {@code {0}}, {@code {1}} ... as {@link MessageFormat} does
     * @throws java.util.MissingResourceException if the bundle lacks the key
     */
    public String get(Locale locale, String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle(BUNDLE, locale).getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    /** Whether there is a sentence under a key. */
    public boolean has(Locale locale, String key) {
        return ResourceBundle.getBundle(BUNDLE, locale).containsKey(key);
    }

    /** The language in which a reader with this locale gets the sentences, as a BCP 47 tag. */
    public String language(Locale locale) {
        String language = ResourceBundle.getBundle(BUNDLE, locale).getLocale().toLanguageTag();
        return language.equals("und") ? "en" : language;
    }

    /** The sentence that tells a person what went wrong with their mail. */
    public String of(Locale locale, MailException trouble) {
        return get(locale, trouble.key(), trouble.arguments());
    }
}
