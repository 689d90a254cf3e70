package oriel.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The rooms of the house, one package each, and which other rooms they may know; see src/docs/ARCHITECTURE.md. */
final class Rooms {

    private static final String ROOT = "oriel.";

    private static final Map<String, Set<String>> MAY_KNOW = new HashMap<>();

    static {
        // The words.
        rooms("mail", "html").mayKnow();
        rooms("account", "mime").mayKnow("mail");
        // The engines. Nobody knows imap and smtp: they are plugged in behind the ports in mail.
        rooms("index", "push", "ui", "dns").mayKnow("mail", "account");
        rooms("imap", "smtp").mayKnow("mail", "mime", "account");
        // The features.
        rooms("login", "contacts", "calendar", "settings").mayKnow("mail", "account", "ui");
        rooms("mailbox").mayKnow("mail", "account", "index", "html", "settings", "ui");
        rooms("outbox").mayKnow("mail", "account");
        rooms("compose").mayKnow("mail", "account", "html", "contacts", "settings", "outbox", "ui");
        rooms("ops").mayKnow("mail", "account", "index", "push");
    }

    private record Names(String... names) {

        void mayKnow(String... others) {
            for (String name : names) {
                MAY_KNOW.put(name, Set.of(others));
            }
        }
    }

    private static Names rooms(String... names) {
        return new Names(names);
    }

    private Rooms() {}

    /** Rooms, each with those that it may know. */
    static Map<String, Set<String>> table() {
        return Map.copyOf(MAY_KNOW);
    }

    static Set<String> all() {
        return MAY_KNOW.keySet();
    }

    /** Whether the class is the application's own. */
    static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(ROOT);
    }

    /** The room of one of the application's classes: the first name below the root. */
    static String of(JavaClass type) {
        return type.getPackageName().substring(ROOT.length()).split("\\.")[0];
    }

    /** Whether a room may know another; rooms that are not in the table may know nobody. */
    static boolean mayKnow(String room, String other) {
        return room.equals(other) || MAY_KNOW.getOrDefault(room, Set.of()).contains(other);
    }
}
