package oriel.index;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.AlreadyClosedException;

/** What a failure says of an index. */
enum Trouble {
    /** What is on disk can't be used any more: it is deleted and made again. */
    BROKEN,
    /** Nothing can be written or read now, such as when the disk is full: what is durable is used again later. */
    PASSING,
    /** It is a mistake of ours, and says nothing of the index. */
    OURS;

    static Trouble of(Throwable failure) {
        return switch (failure) {
            case CorruptIndexException e -> BROKEN;
            case IndexFormatTooOldException e -> BROKEN;
            case IndexFormatTooNewException e -> BROKEN;
            case IndexNotFoundException e -> BROKEN;
            case EOFException e -> BROKEN;
            case FileNotFoundException e -> BROKEN;
            case NoSuchFileException e -> BROKEN;
            case UncheckedIOException e -> of(e.getCause());
            // The writer closes itself after a failure, and tells everybody who comes later.
            case AlreadyClosedException e -> e.getCause() == null ? PASSING : of(e.getCause());
            case IOException e -> PASSING;
            default -> OURS;
        };
    }
}
