package oriel.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Our scripts and styles with all that they import, made when they are first asked for and kept, compressed, for ever. */
@ApplicationScoped
class Bundles {

    private final ServletContext context;
    private final Map<String, Bundle> made = new ConcurrentHashMap<>();

    @Inject
    Bundles(ServletContext context) {
        this.context = context;
    }

    /**
     * A script or style sheet, to be sent.
     *
     * @param type its media type
     */
    record Bundle(String type, byte[] plain, byte[] gzip) {}

    /** The bundle of a file under {@code webapp/resources}, as {@code mailbox/mailbox.js}; empty if there is no such file. */
    Optional<Bundle> of(String path) {
        Bundle known = made.get(path);
        if (known == null && exists(path)) {
            known = path.endsWith(".css")
                    ? bundle("text/css", StyleBundle.of(path, this::read))
                    : bundle("text/javascript", ModuleBundle.of(path, this::read));
            made.put(path, known);
        }
        return Optional.ofNullable(known);
    }

    private boolean exists(String path) {
        // What is no path at all is none of ours.
        boolean ours = path.matches("[a-z]+/[a-z-]+\\.(js|css)");
        return ours && context.getResourceAsStream(StaticFiles.FOLDER + path) != null;
    }

    private String read(String path) {
        try (InputStream file = context.getResourceAsStream(StaticFiles.FOLDER + path)) {
            if (file == null) {
                throw new FileNotFoundException(path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Bundle bundle(String type, String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        return new Bundle(type + ";charset=UTF-8", plain, gzip(plain));
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new Best(gzip)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return gzip.toByteArray();
    }

    /** Done once, so as small as it gets. */
    private static final class Best extends GZIPOutputStream {
        Best(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
