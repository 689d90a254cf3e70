package oriel.login;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import oriel.account.OpenIdIssuer;
import oriel.account.SafeAddress;

/**
 * What a provider says of itself (OpenID Connect Discovery 1.0 section 3) and the keys it signs with, which are read when
 * they are needed and kept for a while, also through its outages.
 *
 * @param endSession where it signs people out; null if it does not
 */
record Provider(
        OIDCProviderMetadata metadata,
        URI authorization,
        URI token,
        @Nullable URI endSession,
        JWKSource<SecurityContext> keys) {

    private static final int MOST_KEYS_BYTES = 512 * 1024;
    private static final long KEPT_FOR_OUTAGES = 12 * 3600 * 1000L;

    /**
     * Reads a discovery document.
     *
     * @throws SignInTrouble if it is another issuer's, or names addresses that secrets must not be sent to
     */
    static Provider of(String document, OpenIdIssuer issuer, int timeout) {
        try {
            // Microsoft's placeholder is no part of a URI.
            OIDCProviderMetadata metadata =
                    OIDCProviderMetadata.parse(document.replace("{tenantid}", "%7Btenantid%7D"));
            String named = metadata.getIssuer().getValue().replace("%7Btenantid%7D", "{tenantid}");
            URI authorization = metadata.getAuthorizationEndpointURI();
            URI token = metadata.getTokenEndpointURI();
            URI keys = metadata.getJWKSetURI();
            if (!issuer.isNamed(named) || !areSafe(authorization, token, keys)) {
                throw new SignInTrouble(SignInTrouble.Kind.NOT_TRUSTED);
            }
            URI end = metadata.getEndSessionEndpointURI();
            return new Provider(
                    metadata, authorization, token, end != null && areSafe(end) ? end : null, keys(keys, timeout));
        } catch (ParseException | MalformedURLException e) {
            throw new SignInTrouble(SignInTrouble.Kind.PROVIDER_DOWN, e);
        }
    }

    private static JWKSource<SecurityContext> keys(URI address, int timeout) throws MalformedURLException {
        DefaultResourceRetriever retriever = new DefaultResourceRetriever(timeout, timeout, MOST_KEYS_BYTES);
        return JWKSourceBuilder.create(address.toURL(), retriever)
                .outageTolerant(KEPT_FOR_OUTAGES)
                .build();
    }

    private static boolean areSafe(@Nullable URI... addresses) {
        return Arrays.stream(addresses).allMatch(address -> address != null && SafeAddress.isSafe(address));
    }
}
