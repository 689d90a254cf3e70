package oriel.login.web;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import oriel.login.SessionAccount;
import oriel.login.SignInFailure;
import oriel.login.SignInTrouble.Kind;
import oriel.mail.MailException;
import oriel.ui.JsonBuilders;
import oriel.ui.Problems;
import oriel.ui.Texts;

/**
 * Signs in again over an open page, by a script's POST of address and password. The header that it needs can't be sent
 * by pages of others (Fetch Standard, CORS-safelisted request headers).
 */
@WebServlet("/login/again")
public class SignInAgain extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient SecurityContext security;

    @Inject
    private transient SessionAccount session;

    @Inject
    private transient SignInFailure failure;

    @Inject
    private transient Problems problems;

    @Inject
    private transient Texts texts;

    /** Says whether the account of a page is signed in now, in this browser, whether anybody is, and since when. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(
                response,
                JsonBuilders.object()
                        .add("signedIn", isSignedInAs(request, parameter(request, "address")))
                        .add("somebody", isSignedIn(request))
                        .add("since", isSignedIn(request) ? session.since() : 0)
                        .build());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader("X-Oriel-Sign-In") == null) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String address = parameter(request, "address");
        if (isSignedIn(request) && !isSignedInAs(request, address)) {
            // Other tabs of this browser are at work in somebody else's name.
            refuse(response, problem(request, Kind.OTHER_ACCOUNT));
            return;
        }
        AuthenticationStatus status = security.authenticate(
                request,
                response,
                AuthenticationParameters.withParams()
                        .credential(new UsernamePasswordCredential(address, parameter(request, "password"))));
        if (status == AuthenticationStatus.SUCCESS) {
            answer(response, JsonBuilders.object().add("signedIn", true).build());
        } else {
            refuse(response, problem(request));
        }
    }

    private boolean isSignedInAs(HttpServletRequest request, String address) {
        return isSignedIn(request)
                && session.id().value().equals(address.strip().toLowerCase(Locale.ROOT));
    }

    /** Asking the session bean would make a session for every passer-by. */
    private boolean isSignedIn(HttpServletRequest request) {
        return request.getSession(false) != null && session.isSignedIn();
    }

    private JsonObject problem(HttpServletRequest request) {
        return failure.trouble()
                .map(trouble -> problem(request, trouble.kind()))
                .orElseGet(() -> problems.of(
                        failure.reason().orElseGet(() -> new MailException.LoginRefused(null)), request.getLocale()));
    }

    private JsonObject problem(HttpServletRequest request, Kind kind) {
        return Problems.of(kind.name(), texts.get(request.getLocale(), "login.trouble." + kind));
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private static void refuse(HttpServletResponse response, JsonObject problem) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        answer(response, problem);
    }

    private static void answer(HttpServletResponse response, JsonObject json) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(json.toString());
    }
}
