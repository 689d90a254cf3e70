package oriel.compose;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oriel.mail.Address;
import oriel.mail.Lines;

/**
 * Reads one recipient: {@code ada@oriel.test}, {@code Ada <ada@oriel.test>}, {@code "Lovelace, Ada" <ada@oriel.test>},
 * {@code ada@oriel.test (Ada)} (RFC 5322 section 3.4), with letters of any language (RFC 6531).
 */
final class RecipientReader {

    private static final Pattern NAMED = Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*\"\\s*|[^<>]*)<\\s*([^<>]*?)\\s*>");
    private static final Pattern COMMENTED = Pattern.compile("([^()<>]*)\\(([^()]*)\\)");
    private static final Pattern LOCAL =
            Pattern.compile("[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern QUOTED_LOCAL = Pattern.compile("\"([^\"\\\\\\p{Cntrl}]|\\\\[\\x20-\\x7e])+\"");
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    /** RFC 5321 section 4.5.3.1, in octets. */
    private static final int LONGEST_LOCAL = 64;

    private static final int LONGEST = 254;
    private static final int LONGEST_TOKEN = 1_000;

    private RecipientReader() {}

    static Optional<Address> read(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        String typed = token.startsWith("mailto:") ? token.substring("mailto:".length()) : token;
        Matcher named = NAMED.matcher(typed);
        if (named.matches()) {
            return address(name(named.group(1)), named.group(2));
        }
        Matcher commented = COMMENTED.matcher(typed);
        if (commented.matches()) {
            return address(name(commented.group(2)), commented.group(1).strip());
        }
        return address("", typed);
    }

    /** Whether mail can be sent there, as far as its spelling tells. */
    static boolean isValid(Address address) {
        return address(address.name(), address.email()).isPresent();
    }

    private static Optional<Address> address(String name, String email) {
        int at = email.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        String local = email.substring(0, at);
        String domain = asciiDomain(email.substring(at + 1));
        boolean valid = (LOCAL.matcher(local).matches()
                        || QUOTED_LOCAL.matcher(local).matches())
                && DOMAIN.matcher(domain.toLowerCase(java.util.Locale.ROOT)).matches()
                && octets(local) <= LONGEST_LOCAL
                && octets(local) + 1 + domain.length() <= LONGEST;
        return valid ? Optional.of(new Address(name, local + "@" + domain)) : Optional.empty();
    }

    /** The domain as it goes over the wire (RFC 5891), so that no server has to know other letters; empty if it is none. */
    private static String asciiDomain(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String name(String typed) {
        String name = Lines.folded(typed);
        if (name.length() >= 2 && name.startsWith("\"") && name.endsWith("\"")) {
            name = name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        return name.strip();
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
