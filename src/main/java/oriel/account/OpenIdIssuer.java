package oriel.account;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who issues identity tokens, and which of them are good (OpenID Connect Core 1.0 section 3.1.3.7). */
public sealed interface OpenIdIssuer {

    /** The issuer's own address, below which its discovery document is. */
    URI address();

    /** Whether the discovery document may name this issuer. */
    boolean isNamed(String issuer);

    /**
     * The issuer that an identity token has to name.
     *
     * @param tenant what the token's claim {@code tid} says; null if it says nothing
     * @return empty if nobody of that tenant may sign in
     */
    Optional<String> expected(@Nullable String tenant);

    /** The page where an administrator agrees for everybody, without parameters; empty if the provider has none. */
    Optional<URI> adminConsent();

    /** One issuer with one name, as the standard says. */
    record Single(URI address) implements OpenIdIssuer {

        @Override
        public boolean isNamed(String issuer) {
            return address.toString().equals(issuer);
        }

        @Override
        public Optional<String> expected(@Nullable String tenant) {
            return Optional.of(address.toString());
        }

        @Override
        public Optional<URI> adminConsent() {
            return Optional.empty();
        }
    }

    /**
     * Microsoft: each tenant is an issuer of its own, and the document for several names none.
     *
     * @param authority https://login.microsoftonline.com
     * @param tenant common, organizations, consumers or a tenant's id
     * @param only the tenants that may sign in; empty for all that {@code tenant} means
     */
    record Microsoft(URI authority, String tenant, Set<String> only) implements OpenIdIssuer {

        static final URI LOGIN = URI.create("https://login.microsoftonline.com");

        /** The tenant of all personal accounts. */
        static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";

        private static final String ANY = "{tenantid}";

        public Microsoft {
            only = Set.copyOf(only);
        }

        @Override
        public URI address() {
            return URI.create(issuer(tenant));
        }

        private String issuer(String of) {
            return authority + "/" + of + "/v2.0";
        }

        @Override
        public boolean isNamed(String issuer) {
            return switch (tenant) {
                case "common", "organizations" -> issuer.equals(issuer(ANY));
                case "consumers" -> issuer.equals(issuer(PERSONAL)) || issuer.equals(issuer(ANY));
                default -> issuer.equals(issuer(tenant));
            };
        }

        @Override
        public Optional<String> expected(@Nullable String claimed) {
            return Optional.ofNullable(claimed).filter(this::isAllowed).map(this::issuer);
        }

        private boolean isAllowed(String claimed) {
            boolean meant = OpenIdConfigReader.TENANT.matcher(claimed).matches()
                    && switch (tenant) {
                        case "common" -> true;
                        case "organizations" -> !claimed.equals(PERSONAL);
                        case "consumers" -> claimed.equals(PERSONAL);
                        default -> claimed.equals(tenant);
                    };
            return meant && (only.isEmpty() || only.contains(claimed));
        }

        @Override
        public Optional<URI> adminConsent() {
            // Personal accounts have no administrator.
            String whose = tenant.equals("common") || tenant.equals("consumers") ? "organizations" : tenant;
            return Optional.of(URI.create(issuer(whose) + "/adminconsent"));
        }
    }
}
