package oriel.compose;

import oriel.mail.Body;

/** What writing needs of HTML: cleaning it, and going from it to plain text and back. */
interface Markup {

    /** The HTML with nothing in it that runs, loads, or reaches out of its box; of images only the given ones stay. */
    String clean(String html, InlineImages images);

    /** A text as clean HTML, whatever its type. */
    String asHtml(Body body, InlineImages images);

    /** A text as plain text, whatever its type. */
    String asText(Body body);
}
