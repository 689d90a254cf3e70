package oriel.arquillian;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Starts a GreenMail inside the container and tells Oriel's configuration where it is: the mail server is there before
 * the application asks, on a port that was free.
 */
public class GreenMailConfig implements ConfigSource {

    static final String ADA = "ada@oriel.test";
    static final String PASSWORD = "demo";
    private static final int ABOVE_ALL_OTHERS = 1_000;

    private static final GreenMail MAIL = start();

    private final Map<String, String> settings = Map.of(
            "oriel.imap.host", "127.0.0.1",
            "oriel.imap.port", Integer.toString(MAIL.getImap().getPort()),
            "oriel.imap.tls", "none",
            "oriel.smtp.host", "127.0.0.1",
            "oriel.smtp.port", Integer.toString(MAIL.getSmtp().getPort()),
            "oriel.smtp.tls", "none");

    private static GreenMail start() {
        GreenMail mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
        });
        mail.start();
        mail.setUser(ADA, ADA, PASSWORD);
        return mail;
    }

    @Override
    public Set<String> getPropertyNames() {
        return settings.keySet();
    }

    @Override
    public String getValue(String name) {
        return settings.get(name);
    }

    @Override
    public String getName() {
        return "GreenMail in the container";
    }

    @Override
    public int getOrdinal() {
        return ABOVE_ALL_OTHERS;
    }
}
