package oriel.index;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oriel.mail.AccountId;

/**
 * Where the indexes lie on disk: one folder for each running Oriel, so that two on the same disk don't write into the same
 * files, and in it one for each account, named by a digest of the address.
 */
final class IndexFolder implements AutoCloseable {

    private static final int MOST_NODES = 32;
    private static final int NAME_BYTES = 16;

    private final Path folder;
    private final FileChannel lock;

    private IndexFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Takes the first folder that no other Oriel uses.
     *
     * @throws IOException if none can be had, or it isn't private
     */
    static IndexFolder take(Path base) throws IOException {
        makePrivate(base);
        for (int i = 1; i <= MOST_NODES; i++) {
            Path node = base.resolve("node-" + i);
            makePrivate(node);
            FileChannel lock =
                    FileChannel.open(node.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(lock)) {
                return new IndexFolder(node, lock);
            }
            lock.close();
        }
        throw new IOException("every folder is used by another Oriel");
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Mail lies in it in plain text: nobody else on this machine may read it, or have laid it there. */
    private static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            // Fails if the folder is somebody else's.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** An account's own folder; it need not exist. */
    Path of(AccountId account) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(account.value().getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest, 0, NAME_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Remembers that an account's folder is in use now. */
    void used(AccountId account) throws IOException {
        Files.setLastModifiedTime(of(account), FileTime.from(Instant.now()));
    }

    /** The accounts' folders, the one that was not used for longest first. */
    List<Kept> kept() throws IOException {
        List<Kept> all = new ArrayList<>();
        try (var folders = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path each : folders) {
                all.add(new Kept(each, size(each), Files.getLastModifiedTime(each)));
            }
        }
        all.sort((one, other) -> one.used().compareTo(other.used()));
        return all;
    }

    /** What is on disk of one account. */
    record Kept(Path folder, long bytes, FileTime used) {}

    private static long size(Path folder) throws IOException {
        long bytes = 0;
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path each : files) {
                bytes += sizeOf(each);
            }
        }
        return bytes;
    }

    /** Files come and go while they are counted. */
    private static long sizeOf(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    /** Deletes what is there. */
    static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, @Nullable IOException trouble) throws IOException {
                Files.deleteIfExists(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Lets another Oriel have it. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
