/**
 * HTML and plain text of messages made safe to show: {@link oriel.html.Sanitizer} for HTML,
 * {@link oriel.html.PlainText} for text in both directions.
 *
 * <p>Everything that comes in is hostile. Everything that goes out is built anew from a small allow-list on the jsoup
 * tree, CSS from what ph-css parsed; nothing is ever passed through as a string.
 *
 * <p>This room knows nobody. jsoup and ph-css live here only.
 */
@NullMarked
package oriel.html;

import org.jspecify.annotations.NullMarked;
