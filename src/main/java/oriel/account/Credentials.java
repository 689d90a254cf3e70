package oriel.account;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

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

    /**
     * An OAuth 2.0 access token, for SASL XOAUTH2.
     *
     * @param accessToken opaque: it is for the mail servers to understand, never for us
     * @param refreshToken gets the next one (RFC 6749 section 6); null if the provider gave none
     * @param received when this one was handed out
     * @param expires when the servers stop taking it
     */
    record Token(
            String username, String accessToken, @Nullable String refreshToken, Instant received, Instant expires)
            implements Credentials {

        private static final Duration SKEW = Duration.ofMinutes(5);

        /** To the millisecond, so that a token that was stored equals itself. */
        public Token {
            received = received.truncatedTo(ChronoUnit.MILLIS);
            expires = expires.truncatedTo(ChronoUnit.MILLIS);
        }

        /**
         * Whether it is time for the next one: five minutes before this one expires, because clocks differ, but never
         * before three quarters of its life. A clock that was set back makes it due too; one that was set forward costs
         * one renewal.
         */
        public boolean isDue(Instant now) {
            Duration quarter = Duration.between(received, expires).dividedBy(4);
            Duration early = quarter.compareTo(SKEW) < 0 ? quarter : SKEW;
            return now.isBefore(received) || !now.isBefore(expires.minus(early));
        }

        /** Whether the servers take it no longer. */
        public boolean isExpired(Instant now) {
            return !now.isBefore(expires);
        }

        @Override
        public String toString() {
            return "Token[...]";
        }
    }
}
