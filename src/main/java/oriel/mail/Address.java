package oriel.mail;

import java.io.Serializable;

/**
 * A mailbox of RFC 5322 section 3.4: {@code Grace Hopper <grace@oriel.test>}.
 *
 * @param name decoded display name; empty if there is none
 * @param email the addr-spec as it was written; empty for what could not be understood
 */
public record Address(String name, String email) implements Serializable {

    public Address {
        name = Lines.folded(name);
        email = Lines.folded(email);
    }

    /** What a list row shows: the name, or else the address. */
    public String display() {
        return name.isEmpty() ? email : name;
    }

    /** Both, for a tooltip or a header line; the name is not quoted, so this is for people and not for a wire. */
    public String full() {
        return name.isEmpty() || name.equals(email) ? email : name + " <" + email + ">";
    }
}
