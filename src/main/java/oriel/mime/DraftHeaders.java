package oriel.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oriel.mail.Address;
import oriel.mail.Lines;

/** Header values of a message that is written. */
final class DraftHeaders {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[\\x21-\\x7e&&[^<>]]{1,900}>");

    private DraftHeaders() {}

    /** The text unchanged, after the check that it is one line. */
    static String line(String name, String text) {
        return Lines.single(name, text);
    }

    static String date(Date date) {
        return new MailDateFormat().format(date);
    }

    /** Message-IDs, one a line, so that no line grows too long (RFC 5322 section 2.1.1); what is none is left out. */
    static String ids(String name, List<String> ids) {
        return String.join(
                "\r\n ",
                ids.stream()
                        .map(id -> MESSAGE_ID.matcher(line(name, id)))
                        .filter(Matcher::find)
                        .map(Matcher::group)
                        .toList());
    }

    static jakarta.mail.Address[] addresses(List<Address> addresses) throws MessagingException {
        jakarta.mail.Address[] all = new jakarta.mail.Address[addresses.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = address(addresses.get(i));
        }
        return all;
    }

    /** An address whose name is encoded where it has to be. */
    static InternetAddress address(Address address) throws MessagingException {
        try {
            InternetAddress written = new InternetAddress();
            written.setAddress(ascii(line("address", address.email())));
            if (!address.name().isEmpty()) {
                written.setPersonal(line("name", address.name()), StandardCharsets.UTF_8.name());
            }
            return written;
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("no UTF-8", e);
        }
    }

    /** The address with its domain in ASCII (RFC 5891), for servers that know no other. */
    private static String ascii(String email) {
        int at = email.lastIndexOf('@');
        try {
            return email.substring(0, at + 1) + IDN.toASCII(email.substring(at + 1));
        } catch (IllegalArgumentException e) {
            return email;
        }
    }
}
