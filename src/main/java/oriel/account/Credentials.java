package oriel.account;

/** What proves to the mail servers who somebody is. Never logged: {@code toString} tells only the kind. */
public sealed interface Credentials {

    /** The name the servers know the user by: the full address for most. */
    String username();

    /** A password, for LOGIN or SASL PLAIN. */
    record Password(String username, String secret) implements Credentials {
        @Override
        public String toString() {
            return "Password[...]";
        }
    }

    /** An OAuth 2.0 access token, for SASL XOAUTH2. */
    record Token(String username, String accessToken) implements Credentials {
        @Override
        public String toString() {
            return "Token[...]";
        }
    }
}
