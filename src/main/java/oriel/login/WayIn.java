package oriel.login;

import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import oriel.account.OpenIdConfig;
import oriel.login.SignInTrouble.Kind;

/** The way to the provider and back, as the browser goes it. */
@ApplicationScoped
public class WayIn {

    /** Where the provider sends the browser back to, below the application's path. */
    public static final String CALLBACK = "/login/callback";

    private static final int LONGEST_ADDRESS = 1_500;

    private final OpenIdConfig config;
    private final OpenIdSignIn provider;
    private final BegunCookies cookies;
    private final SecurityContext security;
    private final SignInFailure failure;

    @Inject
    public WayIn(
            OpenIdConfig config,
            OpenIdSignIn provider,
            BegunCookies cookies,
            SecurityContext security,
            SignInFailure failure) {
        this.config = config;
        this.provider = provider;
        this.cookies = cookies;
        this.security = security;
        this.failure = failure;
    }

    /**
     * Begins, and says where the browser has to go.
     *
     * @param next where to go afterwards, a local address
     * @param account whose page asks to sign in again; empty for none
     * @param choose whether the person is to choose an account at the provider
     * @throws SignInTrouble if there is no provider, or it does not answer
     */
    public URI begin(
            HttpServletRequest request, HttpServletResponse response, String next, String account, boolean choose) {
        String kept = next.length() > LONGEST_ADDRESS ? "" : next;
        Begun begun = Begun.now(kept, account, URI.create(base(request) + CALLBACK));
        URI question = provider.question(begun, choose);
        cookies.put(begun, base(request).startsWith("https:"), request, response);
        return question;
    }

    /**
     * What this browser began and the provider answers now.
     *
     * @throws SignInTrouble if the two do not fit
     */
    public Answer answer(HttpServletRequest request, HttpServletResponse response) {
        AuthenticationResponse answer = OpenIdSignIn.answer(base(request) + CALLBACK + "?" + request.getQueryString());
        return new Answer(cookies.take(answer.getState(), request, response), answer);
    }

    /** An answer with what it is an answer to. */
    public record Answer(Begun begun, AuthenticationResponse response) {

        /** Where to go if all is well. */
        public String next() {
            return begun.next();
        }

        /** Whose page asked to sign in again, over what is open; empty for none. */
        public String account() {
            return begun.account();
        }
    }

    /**
     * Signs in with the answer.
     *
     * @throws SignInTrouble if the provider or the configuration is against it
     * @throws oriel.mail.MailException if the mail server is
     */
    public void signIn(Answer answer, HttpServletRequest request, HttpServletResponse response) {
        OpenIdSignIn.Code code = OpenIdSignIn.code(answer.begun(), answer.response());
        AuthenticationStatus status = security.authenticate(
                request, response, AuthenticationParameters.withParams().credential(code));
        if (status != AuthenticationStatus.SUCCESS) {
            failure.trouble().ifPresent(trouble -> {
                throw trouble;
            });
            failure.reason().ifPresent(reason -> {
                throw reason;
            });
            throw new SignInTrouble(Kind.NOT_TRUSTED);
        }
    }

    /** The application's address as people know it. */
    public String base(HttpServletRequest request) {
        return config.publicUrl().map(URI::toString).orElseGet(() -> {
            String address = request.getRequestURL().toString();
            return address.substring(
                            0, address.length() - request.getRequestURI().length())
                    + request.getContextPath();
        });
    }
}
