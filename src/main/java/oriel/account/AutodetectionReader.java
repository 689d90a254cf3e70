package oriel.account;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads how far mail domains may name their servers themselves. */
final class AutodetectionReader {

    private static final Pattern RESOLVER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*(:\\d{1,5})?");

    private final ConfigValues values;

    AutodetectionReader(ConfigValues values) {
        this.values = values;
    }

    Autodetection read() {
        return new Autodetection(
                values.yes("oriel.autodetect"),
                hosts("oriel.autodetect.hosts"),
                values.yes("oriel.autodetect.private"),
                resolver("oriel.autodetect.resolver"),
                values.duration("oriel.autodetect.timeout", Duration.ofMillis(100), Duration.ofSeconds(30)));
    }

    private Set<String> hosts(String key) {
        return values.words(key).stream()
                .flatMap(written -> {
                    var domain = MailDomain.of(written);
                    if (domain.isEmpty()) {
                        values.wrong(key, written, "domains, such as mailhost.example, with commas between them");
                    }
                    return domain.stream();
                })
                .collect(Collectors.toSet());
    }

    private String resolver(String key) {
        String resolver = values.text(key).orElse("");
        if (!resolver.isEmpty() && !RESOLVER.matcher(resolver).matches()) {
            values.wrong(key, resolver, "the name or the IPv4 address of a DNS server, with or without port");
        }
        return resolver;
    }
}
