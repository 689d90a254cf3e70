package oriel.dns;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a service is offered (SRV, RFC 2782).
 *
 * @param target the host, in lower case and without final dot; empty if the domain says that it has no such service
 */
record ServiceRecord(int priority, int weight, int port, String target) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,5}) (\\d{1,5}) (\\d{1,5}) (\\S{0,254}?)\\.?");

    /** The one to use first comes first; equal ones always in the same order, so that an account stays on its server. */
    static final Comparator<ServiceRecord> ORDER = Comparator.comparingInt(ServiceRecord::priority)
            .thenComparing(Comparator.comparingInt(ServiceRecord::weight).reversed())
            .thenComparing(ServiceRecord::target);

    /** Reads {@code 0 1 993 imap.example.org.}; empty for anything else. */
    static Optional<ServiceRecord> parse(String written) {
        Matcher matcher = FORM.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new ServiceRecord(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                matcher.group(4).toLowerCase(Locale.ROOT)));
    }

    /** Whether the host is a domain or lies in it. */
    boolean isWithin(String domain) {
        return target.equals(domain) || target.endsWith("." + domain);
    }
}
