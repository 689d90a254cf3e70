package oriel.mailbox.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import oriel.account.Limits;

/**
 * Lets what comes from the mail server wait on disk until all of it is there. A servlet can't break an answer off: one
 * that is streamed through and then fails looks whole to the browser, which would save half a file as if it were all.
 * From here it goes out with its length, and memory never holds it.
 */
@ApplicationScoped
public class Spool {

    /** Writes the bytes. */
    @FunctionalInterface
    interface Source {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Sets the headers that depend on what came. */
    @FunctionalInterface
    interface Head {
        void write(Path file) throws IOException;
    }

    private final Path folder;

    @Inject
    public Spool(Limits limits) {
        folder = limits.uploadFolder().toPath();
    }

    /** Fetches everything, then answers it to be saved under a name. */
    void save(Source source, String type, String name, HttpServletResponse response) throws IOException {
        send(
                source,
                file -> {
                    response.setContentType(type);
                    response.setHeader("Content-Disposition", ContentDisposition.of("attachment", name));
                },
                response);
    }

    /** Fetches everything, then answers; if fetching fails nothing was answered yet. */
    void send(Source source, Head head, HttpServletResponse response) throws IOException {
        Path file = Files.createTempFile(folder, "oriel-", ".part");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                source.writeTo(out);
            }
            head.write(file);
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }
}
