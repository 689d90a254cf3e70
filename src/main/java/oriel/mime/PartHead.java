package oriel.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.ParseException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.imap.IMAPBodyPart;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;

/**
 * What a part's MIME headers say (RFC 2045, RFC 2183).
 *
 * @param type media type in lower case; {@code text/plain} for none or nonsense (RFC 2045 section 5.2)
 * @param parameters of the type
 * @param disposition in lower case; empty if there is none
 * @param fileName as sent but decoded; empty if there is none
 * @param contentId without angle brackets; empty if there is none
 * @param encoding Content-Transfer-Encoding in lower case
 * @param size bytes as sent, -1 if unknown
 */
record PartHead(
        String type,
        Parameters parameters,
        String disposition,
        String fileName,
        String contentId,
        String encoding,
        long size) {

    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100}");

    /** Those that most parts are of, which need no second look. */
    private static final Set<String> USUAL = Set.of(
            "text/plain", "text/html", "multipart/alternative", "multipart/mixed", "multipart/related", "image/png");

    /** Types that senders name without their first half. */
    private static final Pattern HALF = Pattern.compile("text|html|plain");

    /**
     * Reads a part's head without a round trip: what the server parsed (BODYSTRUCTURE) where there is a server, else
     * the headers.
     *
     * @param defaultType the type of a part that names none
     * @throws MessagingException if the server could not be asked
     */
    static PartHead of(Part part, String defaultType) throws MessagingException {
        return part instanceof IMAPBodyPart || part instanceof IMAPMessage
                ? fromStructure(part)
                : fromHeaders(part, defaultType);
    }

    private static PartHead fromStructure(Part part) throws MessagingException {
        Parameters type = Parameters.parse(part.getContentType());
        String name;
        try {
            name = HeaderDecoder.text(part.getFileName());
        } catch (ParseException e) {
            name = "";
        }
        MimePart mime = (MimePart) part;
        return new PartHead(
                mediaType(type.value(), "text/plain"),
                type,
                lower(part.getDisposition()),
                name,
                bare(mime.getContentID()),
                lower(mime.getEncoding()),
                size(part));
    }

    private static long size(Part part) throws MessagingException {
        try {
            return part.getSize();
        } catch (MessagingException e) {
            ServerTrouble.rethrow(e);
            return -1;
        }
    }

    private static PartHead fromHeaders(Part part, String defaultType) throws MessagingException {
        Parameters type = Parameters.parse(first(part, "Content-Type"));
        Parameters disposition = Parameters.parse(first(part, "Content-Disposition"));
        String name = disposition.get("filename");
        return new PartHead(
                mediaType(type.value(), defaultType),
                type,
                disposition.value(),
                HeaderDecoder.text(name.isBlank() ? type.get("name") : name),
                bare(first(part, "Content-ID")),
                lower(Parameters.parse(first(part, "Content-Transfer-Encoding")).value()),
                part.getSize());
    }

    @Nullable
    private static String first(Part part, String name) throws MessagingException {
        String[] values = part.getHeader(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    static String mediaType(String value, String defaultType) {
        if (USUAL.contains(value)) {
            return value;
        }
        String clean = value.replaceAll("\\(.*?\\)|\\s", "");
        if (HALF.matcher(clean).matches()) {
            return clean.equals("html") ? "text/html" : "text/plain";
        }
        return MEDIA_TYPE.matcher(clean).matches() ? clean : defaultType;
    }

    private static String lower(@Nullable String value) {
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }

    static String bare(@Nullable String contentId) {
        return contentId == null
                ? ""
                : contentId.strip().replaceAll("^<|>$", "").strip();
    }

    boolean isMultipart() {
        return type.startsWith("multipart/");
    }

    boolean isMessage() {
        return type.equals("message/rfc822") || type.equals("message/global");
    }

    boolean isText() {
        return type.startsWith("text/");
    }

    boolean isHtml() {
        return type.equals("text/html") || type.equals("application/xhtml+xml");
    }

    boolean isAttachment() {
        return disposition.startsWith("attachment");
    }
}
