package oriel.servers;

import java.util.List;
import java.util.Map;
import oriel.fixture.OrielServer;

/** Oriel in front of the strict stand-in for Outlook.com and Postfix; started once for all tests of this room. */
final class OrielOnServers {

    private static final class Holder {
        static final OrielServer RUNNING = start(MailServers.get());
    }

    private OrielOnServers() {}

    private static OrielServer start(MailServers servers) {
        return OrielServer.start(
                "servers",
                List.of(
                        "-Djavax.net.ssl.trustStore=" + servers.certificate().truststore(),
                        "-Djavax.net.ssl.trustStorePassword=" + Certificate.PASSWORD),
                Map.of(
                        "oriel.imap.host", "localhost",
                        "oriel.imap.port", Integer.toString(servers.strict().port()),
                        "oriel.imap.tls", "implicit",
                        "oriel.smtp.host", "localhost",
                        "oriel.smtp.port", Integer.toString(servers.postfix().submission()),
                        "oriel.smtp.tls", "starttls"));
    }

    static OrielServer get() {
        return Holder.RUNNING;
    }
}
