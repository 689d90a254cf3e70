package oriel.compose;

import java.util.regex.Pattern;
import oriel.mail.Body;

/** Markup for tests of what is not about HTML: it knows paragraphs and takes scripts away, and that is all. */
final class PlainMarkup implements Markup {

    @Override
    public String clean(String html, InlineImages images) {
        return Pattern.compile("src=\"cid:([^\"]*)\"")
                .matcher(html.replaceAll("(?s)<script.*?</script>", ""))
                .replaceAll(image -> images.path(image.group(1))
                        .map(path -> "src=\"" + path + "\"")
                        .orElse(""));
    }

    @Override
    public String asHtml(Body body, InlineImages images) {
        return body.type() == Body.Type.HTML
                ? clean(body.content(), images)
                : "<p>" + body.content().replace("&", "&amp;").replace("<", "&lt;") + "</p>";
    }

    @Override
    public String asText(Body body) {
        return body.type() == Body.Type.HTML ? body.content().replaceAll("<[^>]*>", "") : body.content();
    }
}
