package oriel.login;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oriel.mail.MailException;

/** Carries the reason of a refused sign-in to the page: Jakarta Security itself only knows yes and no. */
@RequestScoped
public class SignInFailure {

    private @Nullable MailException reason;

    void because(MailException why) {
        reason = why;
    }

    public Optional<MailException> reason() {
        return Optional.ofNullable(reason);
    }
}
