package oriel.compose.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells the image formats that may be shown in a page by their first bytes. */
final class ImageMagic {

    private ImageMagic() {}

    /** The media type; empty for all that is not PNG, JPEG, GIF or WebP. */
    static Optional<String> typeOf(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of("image/png");
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return Optional.of("image/gif");
        }
        return start.startsWith("RIFF") && start.startsWith("WEBP", 8) ? Optional.of("image/webp") : Optional.empty();
    }
}
