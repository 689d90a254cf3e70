package oriel.dns;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import org.jspecify.annotations.Nullable;
import oriel.account.Autodetection;
import oriel.mail.MailException;

/** Asks a DNS server, through the JDK's own resolver, and waits no longer than it is told to. */
final class Resolver {

    private static final String TYPE = "SRV";
    private static final String TRIES = "2";

    private final Hashtable<String, String> settings = new Hashtable<>();

    Resolver(Autodetection configured) {
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put(Context.PROVIDER_URL, configured.resolver().isEmpty() ? "dns:" : "dns://" + configured.resolver());
        settings.put(
                "com.sun.jndi.dns.timeout.initial",
                String.valueOf(configured.timeout().toMillis()));
        settings.put("com.sun.jndi.dns.timeout.retries", TRIES);
    }

    /**
     * Where a service is offered, best first.
     *
     * @param name such as {@code _imaps._tcp.example.org}
     * @throws MailException.ServerUnreachable if there was no answer
     */
    List<ServiceRecord> services(String name) {
        try {
            DirContext context = new InitialDirContext(settings);
            try {
                // The final dot keeps search domains of this computer out of it.
                return read(
                        context.getAttributes(name + ".", new String[] {TYPE}).get(TYPE));
            } finally {
                context.close();
            }
        } catch (NameNotFoundException e) {
            return List.of();
        } catch (NamingException e) {
            throw new MailException.ServerUnreachable(e);
        }
    }

    private static List<ServiceRecord> read(@Nullable Attribute found) throws NamingException {
        List<ServiceRecord> records = new ArrayList<>();
        if (found == null) {
            return records;
        }
        NamingEnumeration<?> values = found.getAll();
        while (values.hasMore()) {
            ServiceRecord.parse(String.valueOf(values.next())).ifPresent(records::add);
        }
        records.sort(ServiceRecord.ORDER);
        return records;
    }
}
