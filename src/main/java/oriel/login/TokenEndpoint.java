package oriel.login;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import oriel.account.Credentials.Token;
import oriel.account.OpenIdConfig;
import oriel.account.TokenRefresh;
import oriel.mail.MailException;

/**
 * Where the provider hands out tokens (RFC 6749 sections 4.1.3 and 6). The scope goes with every request: Microsoft gives
 * a token for another resource without it.
 */
@ApplicationScoped
public class TokenEndpoint implements TokenRefresh {

    private static final Logger LOG = Logger.getLogger(TokenEndpoint.class.getName());

    /** Errors that go away when the person signs in once more. */
    private static final Set<String> PERSON_NEEDED = Set.of(
            "invalid_grant",
            "interaction_required",
            "login_required",
            "consent_required",
            "account_selection_required");

    /** For providers that do not say how long a token lives. */
    private static final Duration LIFE_UNKNOWN = Duration.ofMinutes(5);

    private final OpenIdConfig config;
    private final Providers providers;

    @Inject
    public TokenEndpoint(OpenIdConfig config, Providers providers) {
        this.config = config;
        this.providers = providers;
    }

    /** @throws SignInTrouble naming why there are no tokens */
    OIDCTokens redeem(AuthorizationCodeGrant grant) {
        try {
            TokenResponse answer = ask(grant);
            if (answer instanceof OIDCTokenResponse tokens) {
                return tokens.getOIDCTokens();
            }
            throw ProviderErrors.ofCode(answer.toErrorResponse().getErrorObject());
        } catch (IOException | ParseException e) {
            throw new SignInTrouble(SignInTrouble.Kind.PROVIDER_DOWN, e);
        }
    }

    /** The tokens as the mail servers' credentials; a refresh token that is not replaced stays good. */
    static Token token(String username, OIDCTokens tokens, @Nullable String refresh) {
        Instant now = Instant.now();
        long seconds = tokens.getAccessToken().getLifetime();
        RefreshToken next = tokens.getRefreshToken();
        return new Token(
                username,
                tokens.getAccessToken().getValue(),
                next == null ? refresh : next.getValue(),
                now,
                now.plus(seconds > 0 ? Duration.ofSeconds(seconds) : LIFE_UNKNOWN));
    }

    @Override
    public Token next(Token token) {
        if (token.refreshToken() == null) {
            throw new MailException.SignInAgain(null);
        }
        try {
            TokenResponse answer = ask(new RefreshTokenGrant(new RefreshToken(token.refreshToken())));
            if (answer instanceof OIDCTokenResponse tokens) {
                return token(token.username(), tokens.getOIDCTokens(), token.refreshToken());
            }
            throw refused(answer.toErrorResponse().getErrorObject());
        } catch (IOException | ParseException | SignInTrouble e) {
            throw new MailException.ProviderUnreachable(e);
        }
    }

    private static MailException refused(ErrorObject error) {
        if (error.getCode() != null && PERSON_NEEDED.contains(error.getCode())) {
            return new MailException.SignInAgain(null);
        }
        LOG.log(Level.WARNING, "the sign-in provider renews no tokens: {0}", ProviderErrors.code(error));
        return new MailException.ProviderUnreachable(null);
    }

    private TokenResponse ask(AuthorizationGrant grant) throws IOException, ParseException {
        Provider provider = providers.get();
        ClientSecretPost us = new ClientSecretPost(new ClientID(config.clientId()), new Secret(config.clientSecret()));
        TokenRequest request = new TokenRequest.Builder(provider.token(), us, grant)
                // Not as a scope: that is left out for codes, as RFC 6749 has it.
                .customParameter("scope", String.join(" ", config.scopes()))
                .build();
        HTTPResponse answer = providers.send(request.toHTTPRequest());
        if (answer.getStatusCode() >= 500 || answer.getStatusCode() == 429) {
            throw new IOException("the token endpoint answered " + answer.getStatusCode());
        }
        return OIDCTokenResponseParser.parse(answer);
    }
}
