package oriel.login;

import org.jspecify.annotations.Nullable;

/** Signing in with a provider did not work; one kind for each thing a person can be told. Holds no token and no address. */
public final class SignInTrouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why; the text for people is under {@code login.trouble.<kind>}. */
    public enum Kind {
        /** The person, or the provider for them, said no. */
        CONSENT_REFUSED,
        /** Only an administrator may agree to what is asked for. */
        ADMIN_CONSENT,
        /** The answer does not belong to anything that this browser began, or not any more. */
        NOT_BEGUN,
        /** The provider gives nothing for this code: it was used before, or is too old. */
        CODE_USED,
        /** The identity token is not what was asked for. */
        NOT_TRUSTED,
        /** The provider's clock and ours are too far apart. */
        CLOCK,
        /** Whoever this is, their organisation may not sign in here. */
        TENANT,
        /** The provider does not answer. */
        PROVIDER_DOWN,
        /** The provider does not know Oriel as it is configured. */
        PROVIDER_REFUSED,
        /** The provider tells no address. */
        NO_ADDRESS,
        /** The page belongs to somebody else. */
        OTHER_ACCOUNT,
        /** The mail server does not take the provider's token. */
        MAILBOX_REFUSED,
        /** This way of signing in is switched off. */
        SWITCHED_OFF
    }

    private final Kind kind;

    SignInTrouble(Kind kind, @Nullable Throwable cause) {
        super("sign-in failed: " + kind, cause);
        this.kind = kind;
    }

    SignInTrouble(Kind kind) {
        this(kind, null);
    }

    public Kind kind() {
        return kind;
    }
}
