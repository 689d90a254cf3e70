package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import oriel.account.CurrentAccount;
import oriel.account.OwnData;
import oriel.account.OwnFiles;
import oriel.account.SignedOut;
import oriel.mail.Address;

/** From whom somebody wants to see images that lie elsewhere, although the sender learns by them what was read, and when. */
@ApplicationScoped
public class RemoteImages {

    /** What is done with them if nothing else was chosen for a sender. */
    public enum Rule {
        /** They are blocked, and never offered. */
        NEVER,
        /** They are blocked until somebody wants to see them. */
        ASK,
        /** They are shown. */
        ALWAYS
    }

    /** Whom a choice is for. */
    public enum Whom {
        /** One address. */
        SENDER,
        /** All addresses of exactly this domain: what lies below {@code co.uk} is nobody's alone. */
        DOMAIN
    }

    /** Why images are shown or not. */
    public enum Consent {
        /** Nobody wants to see them. */
        NEVER,
        /** Nobody was asked yet. */
        ASK,
        /** This once. */
        ONCE,
        /** The sender's always. */
        SENDER,
        /** Those of all of the sender's domain. */
        DOMAIN,
        /** Everybody's. */
        ALWAYS;

        public boolean given() {
            return this != NEVER && this != ASK;
        }
    }

    private final CurrentAccount account;
    private final OwnFiles<RemoteBook> files;

    @Inject
    public RemoteImages(CurrentAccount account, OwnData data) {
        this.account = account;
        files = new OwnFiles<>(data, "images", RemoteBook::new);
    }

    /** Whether images of a message are shown. One that names several authors was allowed by nobody. */
    public Consent consent(List<Address> from) {
        return files.read(account.id(), Consent.ASK, book -> {
            if (book.rule() == Rule.NEVER) {
                return Consent.NEVER;
            }
            String sender = from.size() == 1 ? plain(from.getFirst().email()) : "";
            if (book.senders().contains(sender)) {
                return Consent.SENDER;
            }
            if (book.domains().contains(domain(sender))) {
                return Consent.DOMAIN;
            }
            return book.rule() == Rule.ALWAYS ? Consent.ALWAYS : Consent.ASK;
        });
    }

    private static String domain(String sender) {
        return sender.substring(sender.lastIndexOf('@') + 1);
    }

    /** What is done if nothing was chosen for a sender. */
    public Rule rule() {
        return files.read(account.id(), Rule.ASK, RemoteBook::rule);
    }

    /**
     * Chooses that.
     *
     * @throws UncheckedIOException if it can't be kept
     */
    public void choose(Rule rule) {
        files.add(account.id(), RemoteBook.line(rule));
    }

    /**
     * Shows somebody's images from now on, or blocks them again.
     *
     * @param address of the sender, also if all of its domain is meant
     * @throws IllegalArgumentException if that is no address
     * @throws UncheckedIOException if it can't be kept
     */
    public void choose(Whom whom, String address, boolean shown) {
        String sender = plain(address);
        int at = sender.lastIndexOf('@');
        if (at < 1 || at == sender.length() - 1) {
            throw new IllegalArgumentException("no address");
        }
        files.add(account.id(), RemoteBook.line(whom, whom == Whom.SENDER ? sender : domain(sender), shown));
    }

    void forget(@Observes SignedOut left) {
        files.forget(left.account());
    }

    private static String plain(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
