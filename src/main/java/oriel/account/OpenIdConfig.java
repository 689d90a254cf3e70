package oriel.account;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How people sign in; immutable, checked when the application starts.
 *
 * @param clientId what the provider knows us by; empty if there is no provider
 * @param clientSecret proves to the provider that it is us
 * @param provider who vouches for people
 * @param scopes what is asked for, sent with every request for a token
 * @param name of the provider, as people know it
 * @param passwords whether address and password are taken
 * @param publicUrl the application's address as people know it, without a slash at its end; empty if the request tells
 */
public record OpenIdConfig(
        String clientId,
        String clientSecret,
        OpenIdIssuer provider,
        List<String> scopes,
        String name,
        boolean passwords,
        Optional<URI> publicUrl) {

    public OpenIdConfig {
        scopes = List.copyOf(scopes);
    }

    /** Whether people can sign in with a provider. */
    public boolean isOn() {
        return !clientId.isEmpty();
    }

    @Override
    public String toString() {
        return "OpenIdConfig[...]";
    }
}
