package oriel.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/**
 * Addresses of our own scripts, styles and images. They carry a digest of all these files, so that a browser may keep
 * them for ever and still gets every new version, also of modules that import each other by relative addresses.
 */
@Named
@ApplicationScoped
public class StaticFiles {

    static final String PREFIX = "/static/";
    static final String FOLDER = "/resources/";
    static final String BUNDLE = "bundle/";
    private static final int DIGEST_LENGTH = 12;

    private final ServletContext context;
    private final String version;

    @Inject
    public StaticFiles(ServletContext context) {
        this.context = context;
        this.version = digest(context);
    }

    /** The address of a file under {@code webapp/resources}, as {@code mailbox/list.js}. */
    public String url(String file) {
        return context.getContextPath() + PREFIX + version + "/" + file;
    }

    /** The address of a script or style sheet under {@code webapp/resources} together with all that it imports. */
    public String bundle(String file) {
        return url(BUNDLE + file);
    }

    private static String digest(ServletContext context) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            addFolder(context, FOLDER, digest);
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGEST_LENGTH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void addFolder(ServletContext context, String folder, MessageDigest digest) throws IOException {
        Set<String> paths = context.getResourcePaths(folder);
        for (String path : new TreeSet<>(paths == null ? Set.of() : paths)) {
            if (path.endsWith("/")) {
                addFolder(context, path, digest);
            } else {
                try (InputStream file = context.getResourceAsStream(path)) {
                    digest.update(file.readAllBytes());
                }
            }
        }
    }
}
