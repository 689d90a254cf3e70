package oriel.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import oriel.mail.MailException;

/** The files of one composition, and how many bytes they have together, those still on their way included. */
final class UploadSet {

    /** Told of every piece before it is written. */
    @FunctionalInterface
    interface Reservation {
        /** @throws MailException.TooBig if there is no room for so many bytes more */
        void take(int bytes);
    }

    /** Writes a file, asking for room as it goes. */
    @FunctionalInterface
    interface Writing {
        long write(Reservation reservation) throws IOException;
    }

    private final Path folder;
    private final long limit;
    private final AtomicLong size = new AtomicLong();
    private final List<Upload> uploads = new ArrayList<>();

    UploadSet(Path folder, long limit) {
        this.folder = folder;
        this.limit = limit;
    }

    /** Where its files lie; nothing else does. */
    Path folder() {
        return folder;
    }

    /** Runs the writing; if it fails, the room it took is free again. */
    long reserveWhile(Writing writing) throws IOException {
        AtomicLong taken = new AtomicLong();
        boolean written = false;
        try {
            long bytes = writing.write(more -> {
                taken.addAndGet(more);
                if (size.addAndGet(more) > limit) {
                    throw new MailException.TooBig(limit, null);
                }
            });
            written = true;
            return bytes;
        } finally {
            if (!written) {
                size.addAndGet(-taken.get());
            }
        }
    }

    long size() {
        return size.get();
    }

    synchronized void add(Upload upload) {
        uploads.add(upload);
    }

    synchronized List<Upload> list() {
        return List.copyOf(uploads);
    }

    synchronized Optional<Upload> remove(String id) {
        Optional<Upload> found =
                uploads.stream().filter(upload -> upload.id().equals(id)).findFirst();
        found.ifPresent(upload -> {
            uploads.remove(upload);
            size.addAndGet(-upload.size());
        });
        return found;
    }
}
