package oriel.mailbox;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import oriel.account.OwnFiles;
import oriel.mailbox.RemoteImages.Rule;
import oriel.mailbox.RemoteImages.Whom;
import oriel.ui.JsonBuilders;

/**
 * What somebody has chosen about images that lie elsewhere: each line is {@code ["RULE","ALWAYS"]} or {@code
 * ["SENDER","ada@oriel.test",true]}. Not thread safe.
 */
final class RemoteBook implements OwnFiles.Book {

    private static final Logger LOG = Logger.getLogger(RemoteBook.class.getName());
    private static final String RULE = "RULE";

    private final Set<String> senders = new HashSet<>();
    private final Set<String> domains = new HashSet<>();
    private Rule rule = Rule.ASK;

    Set<String> senders() {
        return senders;
    }

    Set<String> domains() {
        return domains;
    }

    Rule rule() {
        return rule;
    }

    static String line(Rule rule) {
        return JsonBuilders.array().add(RULE).add(rule.name()).build().toString();
    }

    static String line(Whom whom, String name, boolean shown) {
        return JsonBuilders.array()
                .add(whom.name())
                .add(name)
                .add(shown)
                .build()
                .toString();
    }

    @Override
    public void take(List<String> lines) {
        lines.forEach(this::take);
    }

    private void take(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            JsonArray choice = reader.readArray();
            String what = choice.getString(0);
            if (what.equals(RULE)) {
                rule = Rule.valueOf(choice.getString(1));
                return;
            }
            Set<String> shown = Whom.valueOf(what) == Whom.SENDER ? senders : domains;
            if (choice.getBoolean(2)) {
                shown.add(choice.getString(1));
            } else {
                shown.remove(choice.getString(1));
            }
        } catch (JsonException | IllegalArgumentException | ClassCastException | IndexOutOfBoundsException e) {
            LOG.log(Level.FINE, "A line about images is not understood", e);
        }
    }
}
