package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import oriel.html.PlainText;
import oriel.index.BodyWords;
import oriel.mail.Body;

/** A text as people read it, for preview lines and for searching. */
@ApplicationScoped
public class ReadableText implements BodyWords {

    /** Where links lead to is not read, and often is longer than what is. */
    private static final Pattern TARGET = Pattern.compile("<(?:https?|mailto):[^>\\s]*>?");

    private final PlainText plain;

    @Inject
    public ReadableText(PlainText plain) {
        this.plain = plain;
    }

    @Override
    public String of(Body body) {
        return TARGET.matcher(lines(body)).replaceAll(" ");
    }

    /** With its lines, and with where links lead to. */
    String lines(Body body) {
        return body.type() == Body.Type.HTML ? plain.fromHtml(body.content()) : body.content();
    }
}
