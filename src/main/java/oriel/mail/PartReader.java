package oriel.mail;

import java.io.IOException;
import java.io.InputStream;

/** Takes the bytes of a part while they come from the server. */
@FunctionalInterface
public interface PartReader {

    /**
     * Reads the stream to its end or gives up by an exception; the stream is closed by whoever calls.
     *
     * @param attachment what the part is
     * @param bytes decoded content; an {@link IOException} from it means that the rest is lost
     */
    void read(Attachment attachment, InputStream bytes) throws IOException;
}
