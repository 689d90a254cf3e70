package oriel.login;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oriel.mail.MailException;

/** Carries the reason of a refused sign-in to the page: Jakarta Security itself only knows yes and no. */
@RequestScoped
public class SignInFailure {

    private @Nullable MailException reason;
    private @Nullable SignInTrouble trouble;

    void because(MailException why) {
        reason = why;
    }

    void because(SignInTrouble why) {
        trouble = why;
    }

    /** What the mail server had against it. */
    public Optional<MailException> reason() {
        return Optional.ofNullable(reason);
    }

    /** What the provider, or our configuration, had against it. */
    public Optional<SignInTrouble> trouble() {
        return Optional.ofNullable(trouble);
    }
}
