package oriel.login;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import oriel.account.OpenIdConfig;
import oriel.account.OpenIdIssuer;

/** Signs people out at the provider too (OpenID Connect RP-Initiated Logout 1.0 section 2). */
@ApplicationScoped
public class ProviderSignOut {

    /**
     * What the browser sends to the provider.
     *
     * @param post whether as a form: an identity token has no place in an address
     */
    public record Request(URI address, boolean post, Map<String, String> parameters) {
        @Override
        public String toString() {
            return "Request[...]";
        }
    }

    private final OpenIdConfig config;
    private final Providers providers;
    private final SessionAccount session;
    private final WayIn way;

    @Inject
    public ProviderSignOut(OpenIdConfig config, Providers providers, SessionAccount session, WayIn way) {
        this.config = config;
        this.providers = providers;
        this.session = session;
        this.way = way;
    }

    /** Empty if nobody signed in with the provider, or if it signs nobody out; then the session here ends alone. */
    public Optional<Request> request(HttpServletRequest request) {
        try {
            return session.identity()
                    .flatMap(identity -> Optional.ofNullable(providers.get().endSession())
                            .map(address -> request(address, identity, way.base(request) + SignIn.PAGE)));
        } catch (SignInTrouble e) {
            return Optional.empty();
        }
    }

    private Request request(URI address, String identity, String back) {
        Map<String, String> parameters = new LinkedHashMap<>();
        boolean microsoft = config.provider() instanceof OpenIdIssuer.Microsoft;
        if (microsoft) {
            // It takes no forms here, and the hint tells it whom to sign out without asking.
            hint(identity).ifPresent(hint -> parameters.put("logout_hint", hint));
        } else {
            parameters.put("id_token_hint", identity);
            parameters.put("client_id", config.clientId());
        }
        parameters.put("post_logout_redirect_uri", back);
        return new Request(address, !microsoft, parameters);
    }

    private static Optional<String> hint(String identity) {
        try {
            JWTClaimsSet claims = SignedJWT.parse(identity).getJWTClaimsSet();
            return Optional.ofNullable(claims.getStringClaim("login_hint"));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
