package oriel.smtp;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import oriel.mail.Address;
import oriel.mail.Draft;
import oriel.mail.MailException;

/** Whom a message goes to, each once. */
final class Recipients {

    private Recipients() {}

    /**
     * All recipients.
     *
     * @throws MailException.RecipientsRefused if an address is none, before any server is asked
     * @throws MailException.Refused if there is nobody
     */
    static InternetAddress[] of(Draft draft) {
        Map<String, InternetAddress> found = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        Stream.of(draft.to(), draft.cc(), draft.bcc()).flatMap(List::stream).forEach(each -> {
            try {
                InternetAddress address = address(each);
                found.putIfAbsent(address.getAddress().toLowerCase(Locale.ROOT), address);
            } catch (AddressException | IllegalArgumentException e) {
                wrong.add(each.full());
            }
        });
        if (!wrong.isEmpty()) {
            throw new MailException.RecipientsRefused(String.join(", ", wrong), null);
        }
        if (found.isEmpty()) {
            throw new MailException.Refused("no recipients", null);
        }
        return found.values().toArray(InternetAddress[]::new);
    }

    /** The address with its domain in ASCII (RFC 5891); a local part that is not ASCII cannot be sent everywhere. */
    private static InternetAddress address(Address each) throws AddressException {
        int at = each.email().lastIndexOf('@');
        if (at < 1) {
            throw new AddressException("no address");
        }
        String local = each.email().substring(0, at);
        if (!local.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            throw new AddressException("not ASCII");
        }
        return new InternetAddress(local + "@" + IDN.toASCII(each.email().substring(at + 1)), true);
    }
}
