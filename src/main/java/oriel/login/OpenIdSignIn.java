package oriel.login;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import java.net.URI;
import oriel.account.Account;
import oriel.account.OpenIdConfig;
import oriel.login.SignInTrouble.Kind;
import oriel.mail.AccountId;

/**
 * Signing in with a provider: the authorization code flow (OpenID Connect Core 1.0 section 3.1) with PKCE (RFC 7636), by
 * a client that has a secret.
 */
@ApplicationScoped
public class OpenIdSignIn {

    /** What the provider's answer proves with, until it is redeemed. */
    record Code(Begun begun, AuthorizationCode value) implements Credential {
        @Override
        public String toString() {
            return "Code[...]";
        }
    }

    /** Somebody whom the provider vouches for. */
    record Vouched(Account account, JWT identity) {
        @Override
        public String toString() {
            return "Vouched[...]";
        }
    }

    private final OpenIdConfig config;
    private final Providers providers;
    private final TokenEndpoint tokens;
    private final IdentityTokens identities;

    @Inject
    public OpenIdSignIn(OpenIdConfig config, Providers providers, TokenEndpoint tokens, IdentityTokens identities) {
        this.config = config;
        this.providers = providers;
        this.tokens = tokens;
        this.identities = identities;
    }

    /**
     * Where the browser asks the provider.
     *
     * @param choose whether the person is to choose an account, because the one they have there is of no use here
     * @throws SignInTrouble if there is no provider, or it does not answer
     */
    URI question(Begun begun, boolean choose) {
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, scope(), new ClientID(config.clientId()), begun.callback())
                .endpointURI(providers.get().authorization())
                .state(begun.state())
                .nonce(begun.nonce())
                .codeChallenge(begun.verifier(), CodeChallengeMethod.S256);
        if (begun.isAgain()) {
            request.loginHint(begun.account());
        }
        if (choose) {
            request.prompt(Prompt.Type.SELECT_ACCOUNT);
        }
        return request.build().toURI();
    }

    private Scope scope() {
        return new Scope(config.scopes().toArray(String[]::new));
    }

    /** The provider's answer, as the address that the browser came back with. */
    static AuthenticationResponse answer(String address) {
        try {
            AuthenticationResponse answer = AuthenticationResponseParser.parse(URI.create(address));
            if (answer.getState() == null) {
                throw new SignInTrouble(Kind.NOT_BEGUN);
            }
            return answer;
        } catch (ParseException | IllegalArgumentException e) {
            throw new SignInTrouble(Kind.NOT_BEGUN, e);
        }
    }

    /** @throws SignInTrouble if the answer is no */
    static Code code(Begun begun, AuthenticationResponse answer) {
        if (answer instanceof AuthenticationErrorResponse error) {
            throw ProviderErrors.ofAuthorization(error.getErrorObject());
        }
        AuthorizationCode code = answer.toSuccessResponse().getAuthorizationCode();
        if (code == null) {
            throw new SignInTrouble(Kind.NOT_BEGUN);
        }
        return new Code(begun, code);
    }

    /**
     * Who it is, and what they sign in to the mail servers with. What the provider's userinfo endpoint would say is not
     * asked for: the access token is for the mail servers.
     *
     * @throws SignInTrouble naming why not
     */
    Vouched redeem(Code code) {
        Begun begun = code.begun();
        OIDCTokens found = tokens.redeem(new AuthorizationCodeGrant(code.value(), begun.callback(), begun.verifier()));
        if (found.getIDToken() == null) {
            throw new SignInTrouble(Kind.NOT_TRUSTED);
        }
        String address = identities.address(found.getIDToken(), begun.nonce(), providers.get());
        AccountId id = new AccountId(address);
        if (begun.isAgain() && !id.equals(new AccountId(begun.account()))) {
            throw new SignInTrouble(Kind.OTHER_ACCOUNT);
        }
        return new Vouched(new Account(id, TokenEndpoint.token(address, found, null)), found.getIDToken());
    }
}
