package oriel.mime;

import java.util.Map;
import java.util.regex.Pattern;

/** Names under which a browser may safely save what somebody sent. */
final class SafeFileNames {

    private static final int LONGEST = 200;
    private static final int LONGEST_EXTENSION = 20;

    /**
     * Control characters, characters that turn the direction of writing (they make {@code gpj.exe} of {@code exe.jpg}),
     * and those that a file system takes for something else.
     */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}<>:\"|?*]");

    private static final Pattern WIDE_SPACE = Pattern.compile("[\\s\\p{Zs}]+");

    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("application/pdf", "pdf"),
            Map.entry("application/zip", "zip"),
            Map.entry("application/json", "json"),
            Map.entry("application/xml", "xml"),
            Map.entry("application/rtf", "rtf"),
            Map.entry("application/msword", "doc"),
            Map.entry("application/vnd.ms-excel", "xls"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
            Map.entry("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
            Map.entry("application/ms-tnef", "dat"),
            Map.entry("application/pkcs7-mime", "p7m"),
            Map.entry("application/pkcs7-signature", "p7s"),
            Map.entry("application/pgp-signature", "asc"),
            Map.entry("application/pgp-encrypted", "asc"),
            Map.entry("application/pgp-keys", "asc"),
            Map.entry("application/ics", "ics"),
            Map.entry("image/png", "png"),
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/gif", "gif"),
            Map.entry("image/webp", "webp"),
            Map.entry("image/svg+xml", "svg"),
            Map.entry("audio/mpeg", "mp3"),
            Map.entry("video/mp4", "mp4"),
            Map.entry("text/calendar", "ics"),
            Map.entry("text/vcard", "vcf"),
            Map.entry("text/x-vcard", "vcf"),
            Map.entry("text/csv", "csv"),
            Map.entry("text/html", "html"),
            Map.entry("text/plain", "txt"),
            Map.entry("message/rfc822", "eml"),
            Map.entry("message/delivery-status", "txt"));

    private SafeFileNames() {}

    /**
     * A safe name.
     *
     * @param sent the name as sent, decoded; may be empty
     * @param type media type, tells the ending where there is no name
     * @param number tells nameless parts apart
     */
    static String of(String sent, String type, String number) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String clean = UNSAFE.matcher(last).replaceAll("");
        clean = WIDE_SPACE.matcher(clean).replaceAll(" ").replaceAll("^[. ]+|[. ]+$", "");
        if (clean.isEmpty()) {
            return "attachment-" + number + "." + EXTENSIONS.getOrDefault(type, "bin");
        }
        return shortened(RESERVED.matcher(clean).matches() ? "_" + clean : clean);
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
        int end = LONGEST - extension.length();
        if (Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end) + extension;
    }
}
