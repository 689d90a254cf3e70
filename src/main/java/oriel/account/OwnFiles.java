package oriel.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import oriel.mail.AccountId;

/**
 * One kind of thing that accounts keep with Oriel alone: a file for each account in a private folder, and what was read
 * of it. Thread safe.
 *
 * @param <B> what a file is read into
 */
public final class OwnFiles<B extends OwnFiles.Book> {

    private static final Logger LOG = Logger.getLogger(OwnFiles.class.getName());
    private static final int NAME_BYTES = 16;

    /** What was read of a file. */
    public interface Book {

        /** Takes the lines that have come; what is not understood is passed over, as it may have been cut off. */
        void take(List<String> lines);
    }

    /** A question to what was read, which is not to be kept. */
    @FunctionalInterface
    public interface Question<B, T> {
        T ask(B book);
    }

    private record Opened<B extends Book>(OwnFile file, B book) {

        void refresh() throws IOException {
            List<String> news = file.news();
            if (!news.isEmpty()) {
                book.take(news);
            }
        }
    }

    private final Path folder;
    private final String kind;
    private final Supplier<B> empty;
    private final Map<AccountId, Opened<B>> opened = new ConcurrentHashMap<>();
    private final Lock writing = new ReentrantLock();

    /**
     * @param kind names the folder and ends the names of the files
     * @param empty makes a book in which nothing stands
     */
    public OwnFiles(OwnData data, String kind, Supplier<B> empty) {
        this.folder = data.folder().resolve(kind);
        this.kind = kind;
        this.empty = empty;
    }

    /** Asks what is kept by now, by whichever Oriel; the answer is another one if the file can't be read. */
    public <T> T read(AccountId account, T otherwise, Question<B, T> question) {
        Opened<B> here = open(account);
        synchronized (here) {
            try {
                here.refresh();
                return question.ask(here.book());
            } catch (IOException e) {
                LOG.log(Level.WARNING, "What lies in oriel.data.directory can''t be read: {0}", e.toString());
                return otherwise;
            }
        }
    }

    /**
     * Keeps one more line; durable when this returns.
     *
     * @throws UncheckedIOException if it can't be kept
     */
    public void add(AccountId account, String line) {
        Opened<B> here = open(account);
        // One at a time: within one Oriel a file cannot be locked twice, and of an account two may be open for a
        // moment.
        writing.lock();
        try {
            makePrivate();
            synchronized (here) {
                here.file().add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writing.unlock();
        }
    }

    /** Keeps nothing of an account in memory. */
    public void forget(AccountId account) {
        opened.remove(account);
    }

    private Opened<B> open(AccountId account) {
        return opened.computeIfAbsent(
                account, key -> new Opened<>(new OwnFile(folder.resolve(name(key) + "." + kind)), empty.get()));
    }

    private void makePrivate() throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static String name(AccountId account) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(account.value().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
