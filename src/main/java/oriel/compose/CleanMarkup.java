package oriel.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import oriel.html.CleanOptions;
import oriel.html.PlainText;
import oriel.html.RemoteContent;
import oriel.html.Sanitizer;
import oriel.mail.Body;

/**
 * Markup for a text in the making: it lies in the application's own page, so style blocks go and nothing from elsewhere is
 * loaded.
 */
@ApplicationScoped
public class CleanMarkup implements Markup {

    private final Sanitizer sanitizer;
    private final PlainText plainText;

    @Inject
    public CleanMarkup(Sanitizer sanitizer, PlainText plainText) {
        this.sanitizer = sanitizer;
        this.plainText = plainText;
    }

    @Override
    public String clean(String html, InlineImages images) {
        return sanitizer
                .clean(html, new CleanOptions(RemoteContent.BLOCK, images::path, false))
                .html();
    }

    @Override
    public String asHtml(Body body, InlineImages images) {
        return body.type() == Body.Type.HTML
                ? clean(body.content(), images)
                : plainText.toHtml(body.content(), body.flowed(), body.delSp());
    }

    @Override
    public String asText(Body body) {
        return body.type() == Body.Type.HTML ? plainText.fromHtml(body.content()) : body.content();
    }
}
