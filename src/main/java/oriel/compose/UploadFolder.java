package oriel.compose;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where uploads lie on disk: a folder of this running application, with one folder for each composition. */
final class UploadFolder {

    private static final Logger LOG = Logger.getLogger(UploadFolder.class.getName());
    private static final String PREFIX = "oriel-uploads-";
    private static final int BUFFER = 64 * 1024;

    private static final String LOCK = "lock";

    private final Path root;

    @Nullable
    private FileChannel held;

    UploadFolder(Path parent) {
        root = parent.resolve(PREFIX + UUID.randomUUID());
        deleteLeftOvers(parent);
    }

    /** A name for a folder of one composition that is not there yet. */
    Path newFolder() {
        return root.resolve(UUID.randomUUID().toString());
    }

    /** A name for a file that is not there yet, in a folder that is. */
    Path newFile(Path folder) {
        try {
            Files.createDirectories(root.getParent());
            if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(folder);
            }
            lock();
        } catch (IOException e) {
            throw noRoom(e);
        }
        return folder.resolve(UUID.randomUUID().toString());
    }

    /**
     * Writes a stream to a new file; if anything fails, no file is left.
     *
     * @return bytes written
     * @throws IOException if the stream breaks
     * @throws NotSendable if the disk is full or not writable
     */
    long write(Path file, InputStream bytes, UploadSet.Reservation reservation) throws IOException {
        boolean whole = false;
        try (OutputStream out = open(file)) {
            long size = copy(bytes, out, reservation);
            whole = true;
            return size;
        } finally {
            if (!whole) {
                delete(file);
            }
        }
    }

    private static long copy(InputStream bytes, OutputStream out, UploadSet.Reservation reservation)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            reservation.take(read);
            try {
                out.write(buffer, 0, read);
            } catch (IOException e) {
                throw noRoom(e);
            }
            size += read;
        }
        return size;
    }

    private static OutputStream open(Path file) {
        try {
            return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    void deleteFolder(Path folder) {
        deleteTree(folder);
    }

    synchronized void deleteAll() {
        try {
            if (held != null) {
                held.close();
            }
        } catch (IOException e) {
            LOG.log(Level.INFO, "The uploads' lock was not given back", e);
        }
        deleteTree(root);
    }

    private static NotSendable noRoom(IOException cause) {
        LOG.log(Level.WARNING, "An upload can't be stored", cause);
        return new NotSendable("compose.noRoom");
    }

    private static void deleteLeftOvers(Path parent) {
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (Stream<Path> children = Files.list(parent)) {
            children.filter(child -> child.getFileName().toString().startsWith(PREFIX))
                    .filter(UploadFolder::isLeft)
                    .forEach(UploadFolder::deleteTree);
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.INFO, "Old uploads were not removed", e);
        }
    }

    /** Whether the application that made the folder is gone: its lock went with it. */
    private static boolean isLeft(Path root) {
        try (FileChannel channel = FileChannel.open(root.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    /** Holds the lock as long as this application lives. */
    private synchronized void lock() throws IOException {
        if (held == null || !Files.exists(root.resolve(LOCK))) {
            held = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            held.lock();
        }
    }

    private static void deleteTree(Path top) {
        if (!Files.exists(top)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(top)) {
            tree.sorted(Comparator.reverseOrder()).forEach(UploadFolder::delete);
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.INFO, "Uploads were not removed", e);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.INFO, "An upload was not removed", e);
        }
    }
}
