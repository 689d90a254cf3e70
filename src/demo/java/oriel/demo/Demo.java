package oriel.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** {@code mvn -Pdemo}: Oriel with a mail server inside that holds sample mail. */
public final class Demo {

    private Demo() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Launch.orExplain(() -> {
            Options options = Options.read();
            Ports.requireFree(options.port(), "oriel.port");
            Ports.requireFree(options.imapPort(), "oriel.demo.imap.port");
            Ports.requireFree(options.smtpPort(), "oriel.demo.smtp.port");
            try (Launch launch = new Launch(options, Path.of("target", "demo"));
                    MailServer mail = MailServer.start(options)) {
                launch.start(Map.of(
                        "oriel.imap.host", "127.0.0.1",
                        "oriel.imap.port", Integer.toString(options.imapPort()),
                        "oriel.imap.tls", "none",
                        "oriel.smtp.host", "127.0.0.1",
                        "oriel.smtp.port", Integer.toString(options.smtpPort()),
                        "oriel.smtp.tls", "none"));
                mail.letMailArrive();
                launch.print(
                        "",
                        "  Sign in as  " + options.user(),
                        "          or  " + MailServer.SECOND_USER,
                        "    password  " + options.password());
                launch.waitFor();
            }
        });
    }
}
