package oriel.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.BadJWTExceptions;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oriel.account.OpenIdConfig;
import oriel.login.SignInTrouble.Kind;
import oriel.mail.AccountId;

/** Checks who the provider says somebody is (OpenID Connect Core 1.0 section 3.1.3.7). */
@ApplicationScoped
public class IdentityTokens {

    private static final int SKEW = Math.toIntExact(Duration.ofMinutes(5).toSeconds());

    /** Signatures by keys that only the provider has; none at all, or one by our own secret, is not among them. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final OpenIdConfig config;

    @Inject
    public IdentityTokens(OpenIdConfig config) {
        this.config = config;
    }

    /**
     * The address that mail servers know the person by.
     *
     * @throws SignInTrouble if the token is not for us, for this sign-in, and from a provider that may vouch for them
     */
    String address(JWT token, Nonce nonce, Provider provider) {
        try {
            IDTokenClaimsSet claims = validator(token, provider).validate(token, nonce);
            return Stream.of("preferred_username", "email")
                    .map(claims::getStringClaim)
                    .filter(Objects::nonNull)
                    .filter(IdentityTokens::isAddress)
                    .findFirst()
                    .orElseThrow(() -> new SignInTrouble(Kind.NO_ADDRESS));
        } catch (BadJOSEException e) {
            boolean clock = e == BadJWTExceptions.EXPIRED_EXCEPTION
                    || e == BadJWTExceptions.IAT_CLAIM_AHEAD_EXCEPTION
                    || String.valueOf(e.getMessage()).contains("before use");
            throw new SignInTrouble(clock ? Kind.CLOCK : Kind.NOT_TRUSTED, e);
        } catch (KeySourceException e) {
            throw new SignInTrouble(Kind.PROVIDER_DOWN, e);
        } catch (JOSEException | ParseException e) {
            throw new SignInTrouble(Kind.NOT_TRUSTED, e);
        }
    }

    private IDTokenValidator validator(JWT token, Provider provider) throws ParseException {
        // Not checked yet: what it says of its tenant only chooses the issuer that it then has to name and be signed
        // by.
        String tenant = token.getJWTClaimsSet().getStringClaim("tid");
        String issuer = config.provider().expected(tenant).orElseThrow(() -> new SignInTrouble(Kind.TENANT));
        IDTokenValidator validator = new IDTokenValidator(
                new Issuer(issuer),
                new ClientID(config.clientId()),
                new JWSVerificationKeySelector<>(ALGORITHMS, provider.keys()),
                null);
        validator.setMaxClockSkew(SKEW);
        return validator;
    }

    private static boolean isAddress(@Nullable String name) {
        try {
            return name != null
                    && name.contains("@")
                    && !new AccountId(name).value().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
