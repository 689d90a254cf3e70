package oriel.index;

import java.util.Locale;
import java.util.regex.Pattern;

/** A subject without what answering and forwarding put before it. */
final class BaseSubject {

    private static final Pattern PREFIX = Pattern.compile("(?i)^\\s*(re|fwd?|aw|wg|sv|tr)\\s*(\\[\\d+])?\\s*:\\s*");

    private BaseSubject() {}

    /** The base subject, folded for comparing; empty if nothing is left. */
    static String of(String subject) {
        String base = subject;
        String before;
        do {
            before = base;
            base = PREFIX.matcher(before).replaceFirst("");
        } while (!base.equals(before));
        return base.strip().toLowerCase(Locale.ROOT);
    }
}
