package oriel.demo.sample;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part of a message (RFC 2046). Written by hand rather than by Jakarta Mail, whose boundaries differ each time.
 *
 * @param type with parameters, but without a boundary
 * @param headers others than the type and the encoding
 * @param content empty for a multipart
 * @param parts of a multipart
 */
record Part(String type, Map<String, String> headers, byte[] content, List<Part> parts) {

    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(76, "\r\n".getBytes(StandardCharsets.US_ASCII));

    static Part text(String text) {
        return of("text/plain; charset=utf-8", text);
    }

    /** Soft line breaks (RFC 3676). */
    static Part flowed(String text) {
        return of("text/plain; charset=utf-8; format=flowed", Paragraphs.flow(text));
    }

    static Part html(String html) {
        return of("text/html; charset=utf-8", html);
    }

    static Part of(String type, String text) {
        return new Part(type, Map.of(), text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), List.of());
    }

    static Part file(String type, String name, byte[] content) {
        return new Part(
                type,
                Map.of("Content-Disposition", "attachment; " + Words.parameter("filename", name)),
                content,
                List.of());
    }

    /** A picture that the HTML beside it shows by its id. */
    static Part picture(String type, String name, String id, byte[] content) {
        return new Part(
                type,
                Map.of(
                        "Content-Disposition", "inline; " + Words.parameter("filename", name),
                        "Content-ID", "<" + id + ">"),
                content,
                List.of());
    }

    /** @param type like {@code multipart/mixed} */
    static Part multi(String type, Part... parts) {
        return new Part(type, Map.of(), new byte[0], List.of(parts));
    }

    static Part mixed(Part... parts) {
        return multi("multipart/mixed", parts);
    }

    static Part alternative(Part... parts) {
        return multi("multipart/alternative", parts);
    }

    static Part related(Part... parts) {
        return multi("multipart/related", parts);
    }

    Part with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Part(type, more, content, parts);
    }

    /** The headers and the content. */
    String source(String boundary) {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(headers).forEach((name, value) -> lines.add(name + ": " + value));
        if (!type.startsWith("multipart/")) {
            return leaf(lines);
        }
        lines.addFirst("Content-Type: " + type + ";\r\n boundary=\"" + boundary + "\"");
        StringBuilder source = new StringBuilder(String.join("\r\n", lines)).append("\r\n\r\n");
        for (int i = 0; i < parts.size(); i++) {
            source.append("--").append(boundary).append("\r\n");
            source.append(parts.get(i).source(boundary + "." + i)).append("\r\n");
        }
        return source.append("--").append(boundary).append("--\r\n").toString();
    }

    private String leaf(List<String> lines) {
        lines.addFirst("Content-Type: " + type);
        boolean embedded = type.startsWith("message/");
        boolean plain = embedded || type.startsWith("text/") && isShortAscii();
        lines.add("Content-Transfer-Encoding: "
                + (plain ? "7bit" : type.startsWith("text/") ? "quoted-printable" : "base64"));
        String head = String.join("\r\n", lines) + "\r\n\r\n";
        if (plain) {
            return head + new String(content, StandardCharsets.UTF_8);
        }
        return head + (type.startsWith("text/") ? Words.quotedPrintable(content) : BASE64.encodeToString(content))
                + "\r\n";
    }

    private boolean isShortAscii() {
        int column = 0;
        for (byte each : content) {
            column = each == '\n' ? 0 : column + 1;
            if (each < 0 || column > 900) {
                return false;
            }
        }
        return true;
    }
}
