package oriel.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The way in (Jakarta Security 3.0 section 2): a session that is signed in stays so, the sign-in page's credential is
 * shown to the identity store, and whoever asks for a protected page without either is sent to the sign-in page, which
 * later leads back.
 */
@ApplicationScoped
public class SignIn implements HttpAuthenticationMechanism {

    /** The one role: somebody whose mail server let them in. */
    public static final String ROLE = "user";

    /** The sign-in page's address. */
    public static final String PAGE = "/login";

    private static final String BY_ITSELF = "Oriel-Background";

    private final IdentityStoreHandler stores;
    private final SessionAccount session;

    @Inject
    public SignIn(IdentityStoreHandler stores, SessionAccount session) {
        this.stores = stores;
        this.session = session;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        Credential credential = context.getAuthParameters().getCredential();
        if (credential != null) {
            return validate(request, credential, context);
        }
        // Asking the session bean would make a session for every passer-by.
        if (request.getSession(false) != null && session.isSignedIn()) {
            if (!isByItself(request)) {
                session.touch();
            }
            return context.notifyContainerAboutLogin(session.id().value(), Set.of(ROLE));
        }
        return context.isProtected() ? refuse(request, response, context) : context.doNothing();
    }

    /** Whether a page asked for this without anybody's doing: because it was told of a change, or to be told of one. */
    private static boolean isByItself(HttpServletRequest request) {
        return request.getHeader(BY_ITSELF) != null || "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    private AuthenticationStatus validate(
            HttpServletRequest request, Credential credential, HttpMessageContext context) {
        CredentialValidationResult result = stores.validate(credential);
        if (result.getStatus() != CredentialValidationResult.Status.VALID) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        // A session id that somebody may have planted before is worth nothing now.
        request.changeSessionId();
        return context.notifyContainerAboutLogin(result);
    }

    private static AuthenticationStatus refuse(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (!isNavigation(request)) {
            return context.responseUnauthorized();
        }
        try {
            String asked =
                    request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
            response.sendRedirect(
                    request.getContextPath() + PAGE + "?next=" + URLEncoder.encode(asked, StandardCharsets.UTF_8));
            return AuthenticationStatus.SEND_CONTINUE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page to look at, as against what scripts and frames fetch: those show the refusal themselves. */
    private static boolean isNavigation(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Dest");
        return request.getMethod().equals("GET") && (mode == null || mode.equals("document"));
    }
}
