package oriel.login;

import com.nimbusds.oauth2.sdk.ErrorObject;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oriel.login.SignInTrouble.Kind;

/**
 * What a provider's errors mean (RFC 6749 sections 4.1.2.1 and 5.2, OpenID Connect Core 1.0 section 3.1.2.6). Microsoft
 * tells the exact reason only by a number in the description.
 */
final class ProviderErrors {

    private static final Logger LOG = Logger.getLogger(ProviderErrors.class.getName());

    private static final Pattern NUMBER = Pattern.compile("AADSTS\\d{4,9}");

    /** Consent that is missing, or that only an administrator can give. */
    private static final Pattern NEEDS_ADMINISTRATOR = Pattern.compile("AADSTS(65001|90094|90093|900941|650056)");

    private ProviderErrors() {}

    /** What the provider says instead of giving a code. */
    static SignInTrouble ofAuthorization(ErrorObject error) {
        if (needsAdministrator(error)) {
            return new SignInTrouble(Kind.ADMIN_CONSENT);
        }
        return switch (String.valueOf(error.getCode())) {
            case "access_denied", "login_required", "interaction_required" -> new SignInTrouble(Kind.CONSENT_REFUSED);
            case "server_error", "temporarily_unavailable" -> new SignInTrouble(Kind.PROVIDER_DOWN);
            default -> refused(error);
        };
    }

    /** What the provider says instead of giving tokens for a code. */
    static SignInTrouble ofCode(ErrorObject error) {
        if (needsAdministrator(error)) {
            return new SignInTrouble(Kind.ADMIN_CONSENT);
        }
        return switch (String.valueOf(error.getCode())) {
            case "invalid_grant" -> new SignInTrouble(Kind.CODE_USED);
            case "server_error", "temporarily_unavailable" -> new SignInTrouble(Kind.PROVIDER_DOWN);
            default -> refused(error);
        };
    }

    private static SignInTrouble refused(ErrorObject error) {
        LOG.log(Level.WARNING, "the sign-in provider refused: {0}", code(error));
        return new SignInTrouble(Kind.PROVIDER_REFUSED);
    }

    private static boolean needsAdministrator(ErrorObject error) {
        return "consent_required".equals(error.getCode())
                || error.getDescription() != null
                        && NEEDS_ADMINISTRATOR.matcher(error.getDescription()).find();
    }

    /** The error for the log: its code and number, never its description, which may name people. */
    static String code(ErrorObject error) {
        String code = String.valueOf(error.getCode()).replaceAll("[^a-z_]", "");
        Matcher number = NUMBER.matcher(String.valueOf(error.getDescription()));
        return number.find() ? code + " " + number.group() : code;
    }
}
