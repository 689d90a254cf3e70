package oriel.smtp;

import java.time.Duration;
import java.util.Properties;
import oriel.account.Credentials;
import oriel.account.ServerConfig;

/** The settings of Jakarta Mail for one sending. */
final class SmtpSettings {

    /** Reveals nothing of this machine, and every server takes it (RFC 5321 section 4.1.4). */
    private static final String NAME = "[127.0.0.1]";

    private SmtpSettings() {}

    static Properties of(ServerConfig config, ServerConfig.Server server, Credentials credentials) {
        Properties settings = new Properties();
        set(settings, "auth", "true");
        set(settings, "auth.mechanisms", credentials instanceof Credentials.Token ? "XOAUTH2" : "PLAIN LOGIN");
        set(settings, "localhost", NAME);
        set(settings, "connectiontimeout", millis(config.connectTimeout()));
        set(settings, "timeout", millis(config.readTimeout()));
        set(settings, "writetimeout", millis(config.readTimeout()));
        set(settings, "sendpartial", "false");
        set(settings, "allow8bitmime", "false");
        set(settings, "quitwait", "false");
        tls(settings, server.tls());
        if (server.publicOnly()) {
            settings.put("mail.smtp.socketFactory", new PublicSockets());
        }
        return settings;
    }

    private static void tls(Properties settings, ServerConfig.Tls tls) {
        set(settings, "ssl.enable", String.valueOf(tls == ServerConfig.Tls.IMPLICIT));
        set(settings, "starttls.enable", String.valueOf(tls == ServerConfig.Tls.STARTTLS));
        set(settings, "starttls.required", String.valueOf(tls == ServerConfig.Tls.STARTTLS));
        set(settings, "ssl.checkserveridentity", "true");
        set(settings, "ssl.protocols", "TLSv1.2 TLSv1.3");
        // without this a failed handshake would be tried again in plain text
        set(settings, "socketFactory.fallback", "false");
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }

    private static void set(Properties settings, String name, String value) {
        settings.setProperty("mail.smtp." + name, value);
    }
}
