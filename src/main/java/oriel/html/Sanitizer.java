package oriel.html;

import jakarta.enterprise.context.ApplicationScoped;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;

/**
 * Makes the HTML of a message safe to show.
 *
 * <p>It is the last step before the browser: Content-IDs, links and remote images are dealt with on the tree, and the
 * text that comes out must not be edited again. Its result reads back to the same tree in every parser: it is read and
 * filtered again until nothing changes, and what never comes to rest is shown as text.
 *
 * <p>Thread-safe. Time and memory are bounded by limits on length, depth, elements and CSS.
 */
@ApplicationScoped
public class Sanitizer {
    /** Longer HTML is cut, in characters. */
    public static final int MAX_LENGTH = 2 << 20;

    private static final int MAX_ROUNDS = 6;

    /** Never fails: what cannot be read is left out. */
    public CleanHtml clean(String html, CleanOptions options) {
        Resources resources = new Resources(options);
        Markup.Parsed parsed = Markup.parse(Characters.cut(html, MAX_LENGTH));
        Markup.Parsed filtered = TreeFilter.filter(parsed.document(), options, resources);
        boolean cut = html.length() > MAX_LENGTH || parsed.cut() || filtered.cut();
        resources.trustOwnPaths();
        return resources.report(settle(filtered.document(), options, resources), cut);
    }

    private static String settle(Document filtered, CleanOptions options, Resources resources) {
        String before = Markup.write(filtered.body());
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Document again = Markup.parse(before).document();
            Document refiltered = TreeFilter.filter(again, options, resources).document();
            String after = Markup.write(refiltered.body());
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        return asText(filtered);
    }

    private static String asText(Document filtered) {
        filtered.body().select("style").remove();
        Document plain = Markup.empty();
        String text = Characters.clean(filtered.body().wholeText()).strip();
        plain.body().appendElement("pre").appendChild(new TextNode(text));
        return Markup.write(plain.body());
    }
}
