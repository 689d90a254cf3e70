package oriel.mail;

import java.io.Serializable;
import java.util.Locale;

/**
 * Names one mail account: the address its owner signs in with, in lower case, so that {@code Ada@Oriel.test} and
 * {@code ada@oriel.test} share their connections.
 *
 * @param value the address; never blank, no control characters
 */
public record AccountId(String value) implements Serializable {

    public AccountId {
        value = Lines.single("account", value).strip().toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("an account needs an address");
        }
    }

    /** Says that it is an account and not whose: log lines never hold addresses. */
    @Override
    public String toString() {
        return "account#" + Integer.toHexString(value.hashCode());
    }
}
