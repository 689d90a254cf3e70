package oriel.mailbox;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import oriel.mail.Address;
import oriel.mail.Message;

/** What somebody should know who takes a message for the one that it seems to be from; by its own headers alone. */
public final class SenderDoubts {

    /** What is doubtful. */
    public enum Kind {
        /** The sender's name reads as an address of another domain. */
        NAME_IS_ANOTHER_ADDRESS,
        /** Answers go to another domain than the message came from. */
        ANSWERS_ELSEWHERE,
        /** Another one has sent it for the author. */
        SENT_BY_ANOTHER
    }

    /**
     * One thing that is doubtful.
     *
     * @param address that is the reason
     */
    public record Doubt(Kind kind, String address) {}

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>()\\[\\]\"',;:@]{1,64}@([\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8})");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}\\u115F\\u1160\\u3164\\uFFA0]");

    private SenderDoubts() {}

    /** The doubts about a message, the gravest first; none for most. */
    public static List<Doubt> of(Message message) {
        List<Address> from = message.envelope().from();
        List<Doubt> doubts = new ArrayList<>();
        from.forEach(author -> named(author)
                .filter(domain -> !isSame(domain, domain(author)))
                .findFirst()
                .ifPresent(other -> doubts.add(new Doubt(Kind.NAME_IS_ANOTHER_ADDRESS, author.email()))));
        elsewhere(message.sender(), from, Kind.SENT_BY_ANOTHER, doubts);
        elsewhere(message.replyTo(), from, Kind.ANSWERS_ELSEWHERE, doubts);
        return doubts;
    }

    private static void elsewhere(List<Address> others, List<Address> from, Kind kind, List<Doubt> doubts) {
        others.stream()
                .filter(other -> !domain(other).isEmpty()
                        && from.stream().noneMatch(author -> isSame(domain(other), domain(author))))
                .findFirst()
                .ifPresent(other -> doubts.add(new Doubt(kind, other.email())));
    }

    /** The domains of the addresses that a name holds, however wide its letters are. */
    private static Stream<String> named(Address author) {
        String name = INVISIBLE.matcher(author.name()).replaceAll("");
        Matcher address = ADDRESS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC));
        return address.results().map(found -> found.group(1).toLowerCase(Locale.ROOT));
    }

    private static String domain(Address address) {
        String email = address.email();
        return email.substring(email.lastIndexOf('@') + 1).strip().toLowerCase(Locale.ROOT);
    }

    /** Whether one is the other, or lies below it. */
    private static boolean isSame(String one, String other) {
        return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
    }
}
