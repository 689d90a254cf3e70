package oriel.account;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Mail domains, brought into the one form in which they can be compared: lower case, ASCII (RFC 5890), no final dot. */
final class MailDomain {

    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?" + "(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*");

    private MailDomain() {}

    /** The comparable form; empty for what is no domain. */
    static Optional<String> of(String written) {
        try {
            String ascii = IDN.toASCII(written.strip(), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            String bare = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
            return Optional.of(bare).filter(domain -> DOMAIN.matcher(domain).matches());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The domain of an address; empty for a name without one. */
    static Optional<String> ofAddress(String address) {
        int at = address.lastIndexOf('@');
        return at < 0 ? Optional.empty() : of(address.substring(at + 1));
    }
}
