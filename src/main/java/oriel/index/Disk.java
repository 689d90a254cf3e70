package oriel.index;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.Directory;

/** Opens folders as Lucene wants them. */
@FunctionalInterface
interface Disk {

    Directory open(Path folder) throws IOException;
}
