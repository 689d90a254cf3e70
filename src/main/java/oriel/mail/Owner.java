package oriel.mail;

import java.io.Serializable;
import java.util.Locale;

/**
 * Whose a folder is: the signed-in account's own, or a mailbox that several people share.
 *
 * @param address the shared mailbox's address, in lower case; empty for the account's own
 */
public record Owner(String address) implements Serializable {

    private static final int LONGEST = 320;

    /** The account that is signed in. */
    public static final Owner SELF = new Owner("");

    public Owner {
        address = Lines.single("owner", address).toLowerCase(Locale.ROOT);
        boolean usable = address.length() <= LONGEST && address.indexOf('/') < 0 && address.indexOf('@') > 0;
        if (!address.isEmpty() && !usable) {
            throw new IllegalArgumentException("a shared mailbox has an address");
        }
    }

    /** Whether it is the signed-in account itself. */
    public boolean isSelf() {
        return address.isEmpty();
    }

    /** Says that it is an owner and not whose: log lines never hold addresses. */
    @Override
    public String toString() {
        return isSelf() ? "own" : "shared#" + Integer.toHexString(address.hashCode());
    }
}
