package oriel.account;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the settings of signing in. */
final class OpenIdConfigReader {

    /** A tenant's id, in the one way that Microsoft writes it. */
    static final Pattern TENANT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Set<String> SEVERAL = Set.of("common", "organizations", "consumers");
    private static final String ID = "oriel.openid.client.id";
    private static final String SECRET = "oriel.openid.client.secret";
    private static final String TENANT_KEY = "oriel.openid.tenant";
    private static final String ISSUER = "oriel.openid.issuer";
    private static final String SCOPES = "oriel.openid.scopes";
    private static final String PASSWORD = "oriel.signin.password";

    private final ConfigValues values;

    OpenIdConfigReader(ConfigValues values) {
        this.values = values;
    }

    OpenIdConfig read() {
        String id = values.text(ID).orElse("");
        String secret = values.text(SECRET).orElse("");
        OpenIdConfig config = new OpenIdConfig(
                id,
                secret,
                provider(),
                scopes(),
                values.needed("oriel.openid.name", "a name for the button"),
                passwords(),
                address("oriel.public.url").map(OpenIdConfigReader::withoutSlash));
        if (!id.isEmpty() && secret.isEmpty()) {
            values.problem(SECRET + " is not set: it has to be the secret that goes with " + ID + ".");
        }
        if (id.isEmpty() && !config.passwords()) {
            values.problem(PASSWORD + " is false and " + ID + " is not set: nobody could sign in.");
        }
        return config;
    }

    private OpenIdIssuer provider() {
        Optional<URI> other = address(ISSUER);
        if (other.isPresent()) {
            return new OpenIdIssuer.Single(other.get());
        }
        String tenant = values.needed(TENANT_KEY, "a tenant").toLowerCase(Locale.ROOT);
        if (!SEVERAL.contains(tenant) && !TENANT.matcher(tenant).matches()) {
            values.wrong(TENANT_KEY, tenant, "common, organizations, consumers or a tenant's id");
        }
        return new OpenIdIssuer.Microsoft(OpenIdIssuer.Microsoft.LOGIN, tenant, tenants());
    }

    private Set<String> tenants() {
        String key = TENANT_KEY + "s";
        List<String> ids = words(key, ",");
        ids.stream().filter(id -> !TENANT.matcher(id).matches()).forEach(id -> {
            values.wrong(key, id, "ids of tenants, with commas between them");
        });
        return ids.stream().collect(Collectors.toSet());
    }

    private List<String> scopes() {
        List<String> scopes = Arrays.stream(
                        values.needed(SCOPES, "what to ask for").split("\\s+"))
                .filter(scope -> !scope.isEmpty())
                .toList();
        if (!scopes.isEmpty() && !scopes.contains("openid")) {
            values.wrong(SCOPES, String.join(" ", scopes), "scopes with openid among them");
        }
        return scopes;
    }

    private boolean passwords() {
        String value = values.needed(PASSWORD, "true or false");
        if (!value.equals("true") && !value.equals("false")) {
            values.wrong(PASSWORD, value, "true or false");
        }
        return !value.equals("false");
    }

    private List<String> words(String key, String separator) {
        return values.text(key).stream()
                .flatMap(text -> Arrays.stream(text.split(separator)))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** An address that secrets may be sent to: https, or this computer. */
    private Optional<URI> address(String key) {
        return values.text(key).map(text -> {
            URI address = uri(text);
            if (!SafeAddress.isSafe(address) || address.getQuery() != null || address.getFragment() != null) {
                values.wrong(key, text, "an https address; http is for localhost only");
            }
            return address;
        });
    }

    private static URI withoutSlash(URI address) {
        return URI.create(address.toString().replaceFirst("/+$", ""));
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return URI.create("");
        }
    }
}
