package oriel.mail;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people put on messages to sort them, by whatever name they like. Mail servers keep it as a keyword, which is an atom
 * (RFC 3501 section 9), so that names are written in modified UTF-7 (section 5.1.3) as other mail programs do it too, and
 * with {@code _} for spaces.
 *
 * @param keyword as servers spell it
 */
public record Tag(String keyword) implements Serializable {

    private static final int LONGEST = 100;
    private static final int UNREADABLE = 0xfffd;

    /** An atom without what begins a flag of the protocol, or stands for any. */
    private static final Pattern ATOM = Pattern.compile("[!#$&'+,\\-./0-9:;<=>?@A-Z^_`a-z|}~]{1," + LONGEST + "}");

    private static final Pattern LABEL = Pattern.compile("\\$label\\d{1,2}");

    /** Of programs, not of people (registered with IANA or seen in the wild), as are all that begin with {@code $}. */
    private static final Set<String> OTHERS = Set.of(
            "forwarded", "junk", "nonjunk", "notjunk", "junkrecorded", "mdnsent", "redirected", "phishing", "spam");

    private static final Pattern SHIFTED = Pattern.compile("&([A-Za-z0-9+,]*)-");
    private static final Pattern UNSHIFTED = Pattern.compile("&|[^\\x21-\\x7e]+");

    /** @throws IllegalArgumentException if it is no {@link #isTag tag} */
    public Tag {
        if (!isTag(keyword)) {
            throw new IllegalArgumentException("no keyword for a tag");
        }
    }

    /** Whether a keyword is one that people give. */
    public static boolean isTag(String keyword) {
        String lower = keyword.toLowerCase(Locale.ROOT);
        boolean reserved = lower.startsWith("$") && !LABEL.matcher(lower).matches();
        return !reserved && !OTHERS.contains(lower) && ATOM.matcher(keyword).matches();
    }

    /** The tag of this name; empty if there can be none. */
    public static Optional<Tag> named(String name) {
        String spaced = name.strip().replaceAll("\\s+", " ");
        if (spaced.codePoints().anyMatch(c -> c < ' ' || c == 0x7f || Character.getType(c) == Character.SURROGATE)) {
            return Optional.empty();
        }
        String keyword = UNSHIFTED
                .matcher(spaced.replace(' ', '_'))
                .replaceAll(found -> Matcher.quoteReplacement(shifted(found.group())));
        return isTag(keyword) ? Optional.of(new Tag(keyword)) : Optional.empty();
    }

    /** As people read it. */
    public String name() {
        return SHIFTED.matcher(keyword)
                .replaceAll(found -> Matcher.quoteReplacement(unshifted(found)))
                .replace('_', ' ');
    }

    /** Whether two are the same to servers, which compare in any case. */
    public boolean is(String other) {
        return keyword.equalsIgnoreCase(other);
    }

    private static String shifted(String characters) {
        if (characters.equals("&")) {
            return "&-";
        }
        String base64 =
                Base64.getEncoder().withoutPadding().encodeToString(characters.getBytes(StandardCharsets.UTF_16BE));
        return "&" + base64.replace('/', ',') + "-";
    }

    private static String unshifted(MatchResult found) {
        if (found.group(1).isEmpty()) {
            return "&";
        }
        try {
            byte[] units = Base64.getDecoder().decode(found.group(1).replace(',', '/'));
            String text = new String(units, StandardCharsets.UTF_16BE);
            boolean readable = units.length % 2 == 0
                    && text.codePoints()
                            .allMatch(c -> Character.isDefined(c) && !Character.isISOControl(c) && c != UNREADABLE);
            return readable ? text : found.group();
        } catch (IllegalArgumentException e) {
            return found.group();
        }
    }
}
