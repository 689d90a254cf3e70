package oriel.mail;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import oriel.mail.MailException.InsecureServer.Reason;

/** Reads from an exception why a server's TLS was not accepted; Java tells some of it by type and some in words only. */
final class TlsTrouble {

    private static final int DEEPEST = 20;

    private TlsTrouble() {}

    static Reason reason(@Nullable Throwable trouble) {
        Throwable link = trouble;
        for (int i = 0; link != null && i < DEEPEST; i++) {
            Reason found = of(link);
            if (found != Reason.OTHER) {
                return found;
            }
            link = link.getCause();
        }
        return Reason.OTHER;
    }

    private static Reason of(Throwable link) {
        if (link instanceof CertificateExpiredException || link instanceof CertificateNotYetValidException) {
            return Reason.EXPIRED;
        }
        if (link instanceof CertPathBuilderException
                || link instanceof CertPathValidatorException && link.getCause() == null) {
            return Reason.UNTRUSTED;
        }
        String text = String.valueOf(link.getMessage()).toLowerCase(Locale.ROOT);
        if (says(text, "no subject alternative", "no name matching", "verify identity of server")) {
            return Reason.OTHER_NAME;
        }
        if (says(text, "starttls", "unrecognized ssl message", "unsupported or unrecognized")) {
            return Reason.NOT_ENCRYPTED;
        }
        boolean outdated = says(
                text,
                "protocol version",
                "protocol_version",
                "handshake_failure",
                "no appropriate protocol",
                "ciphersuite");
        return outdated ? Reason.OUTDATED : Reason.OTHER;
    }

    private static boolean says(String text, String... words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
