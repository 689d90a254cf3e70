package oriel.compose;

import oriel.mail.Body;

/** Markup for tests of what is not about HTML: it knows paragraphs and takes scripts away, and that is all. */
final class PlainMarkup implements Markup {

    @Override
    public String clean(String html) {
        return html.replaceAll("(?s)<script.*?</script>", "");
    }

    @Override
    public String asHtml(Body body) {
        return body.type() == Body.Type.HTML
                ? clean(body.content())
                : "<p>" + body.content().replace("&", "&amp;").replace("<", "&lt;") + "</p>";
    }

    @Override
    public String asText(Body body) {
        return body.type() == Body.Type.HTML ? body.content().replaceAll("<[^>]*>", "") : body.content();
    }
}
