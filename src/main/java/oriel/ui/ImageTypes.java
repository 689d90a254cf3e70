package oriel.ui;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tells by the first bytes whether something is one of the image formats that are shown in place. */
public final class ImageTypes {

    private static final int LONGEST_MAGIC = 12;

    private ImageTypes() {}

    /** The media type, or empty for everything else. */
    public static Optional<String> of(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return of(new String(stream.readNBytes(LONGEST_MAGIC), StandardCharsets.ISO_8859_1));
        }
    }

    private static Optional<String> of(String magic) {
        if (magic.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of("image/png");
        }
        if (magic.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        if (magic.startsWith("GIF87a") || magic.startsWith("GIF89a")) {
            return Optional.of("image/gif");
        }
        boolean webp = magic.startsWith("RIFF") && magic.startsWith("WEBP", 8);
        return webp ? Optional.of("image/webp") : Optional.empty();
    }
}
