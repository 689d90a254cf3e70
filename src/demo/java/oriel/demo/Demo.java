package oriel.demo;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import oriel.demo.sample.SampleMail;

/** Oriel with a mail server in it that holds sample mail; {@code mvn -Pdemo}. */
public final class Demo {

    private static final int USUAL_IMAP_PORT = 3143;
    private static final int USUAL_SMTP_PORT = 3025;

    private Demo() {}

    public static void main(String[] args) {
        Launch.main("demo", Demo::run);
    }

    private static void run(Launch launch) {
        Options options = launch.options();
        DemoOptions demo = DemoOptions.read(options);
        int port = launch.port(options);
        int imap = Ports.choose(demo.imapPort(), USUAL_IMAP_PORT, launch.option(DemoOptions.IMAP_PORT));
        int smtp = Ports.choose(demo.smtpPort(), USUAL_SMTP_PORT, launch.option(DemoOptions.SMTP_PORT));
        MailServer mail = launch.ending(MailServer.start(imap, smtp));
        mail.addUser(demo.user(), demo.password());
        mail.addUser(SampleMail.GRACE, demo.password());
        PayaraMicro server = launch.server(port, settings(options, imap, smtp));
        int messages = fill(mail, demo); // While the server starts.
        System.out.printf("Filed %,d messages.%n", messages);
        launch.ending(Arrivals.start(mail, demo.user(), demo.arrivals()));
        launch.stay(server, welcome(demo, server));
    }

    private static int fill(MailServer mail, DemoOptions demo) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return mail.fill(demo.user(), SampleMail.ada(demo.user(), today, demo.messages()))
                + mail.fill(SampleMail.GRACE, SampleMail.grace(demo.user(), today));
    }

    private static Map<String, String> settings(Options options, int imap, int smtp) {
        Map<String, String> settings =
                new HashMap<>(options.only(key -> !key.equals(Launch.PORT) && !key.startsWith(DemoOptions.PREFIX)));
        settings.putAll(Map.of(
                "oriel.imap.host", "127.0.0.1",
                "oriel.imap.port", Integer.toString(imap),
                "oriel.imap.tls", "none",
                "oriel.smtp.host", "127.0.0.1",
                "oriel.smtp.port", Integer.toString(smtp),
                "oriel.smtp.tls", "none"));
        return settings;
    }

    private static List<String> welcome(DemoOptions demo, PayaraMicro server) {
        return List.of(
                "",
                "  Oriel is at   " + server.address(),
                "  Sign in as    " + demo.user(),
                "  or as         " + SampleMail.GRACE,
                "  Password      " + demo.password(),
                "");
    }
}
