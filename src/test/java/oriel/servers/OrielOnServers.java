package oriel.servers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import oriel.fixture.OrielServer;

/** Oriel in front of the strict stand-in for Outlook.com and Postfix; started once for all tests of this room. */
final class OrielOnServers {

    private static final class Holder {
        static final OrielServer RUNNING = start("servers", MailServers.get(), Map.of());
    }

    /** Grace's own mailbox is listed too, and is refused to everybody who has no right to it. */
    private static final String SHARED =
            MailServers.SHARER + ": " + MailServers.SHARED + "; ada@oriel.test: grace@oriel.test";

    private OrielOnServers() {}

    /** Another one, with more settings. */
    static OrielServer start(String name, MailServers servers, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "oriel.imap.host", "localhost",
                "oriel.imap.port", Integer.toString(servers.strict().port()),
                "oriel.imap.tls", "implicit",
                "oriel.smtp.host", "localhost",
                "oriel.smtp.port", Integer.toString(servers.postfix().submission()),
                "oriel.smtp.tls", "starttls",
                "oriel.shared", SHARED));
        settings.putAll(more);
        return OrielServer.start(
                name,
                List.of(
                        "-Djavax.net.ssl.trustStore=" + servers.certificate().truststore(),
                        "-Djavax.net.ssl.trustStorePassword=" + Certificate.PASSWORD),
                settings);
    }

    static OrielServer get() {
        return Holder.RUNNING;
    }
}
