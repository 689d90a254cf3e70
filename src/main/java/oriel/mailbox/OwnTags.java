package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import oriel.account.OwnData;
import oriel.account.SignedOut;
import oriel.mail.AccountId;
import oriel.mail.Tag;

/**
 * The tags of messages whose server keeps none, in a place of their own: the index is a cache and may be deleted at any time.
 * One file for each account.
 */
@ApplicationScoped
public class OwnTags {

    private static final Logger LOG = Logger.getLogger(OwnTags.class.getName());
    private static final int NAME_BYTES = 16;

    private final Path folder;
    private final Map<AccountId, TagBook> books = new ConcurrentHashMap<>();
    private final Lock writing = new ReentrantLock();

    @Inject
    public OwnTags(OwnData data) {
        folder = data.folder().resolve("tags");
    }

    /** The tags of these messages, for those that have any; none if they can't be read. */
    Map<MessageName, Set<Tag>> of(AccountId account, Collection<MessageName> messages) {
        return read(account, Map.of(), book -> {
            Map<MessageName, Set<Tag>> tags = book.tags();
            return messages.stream()
                    .filter(tags::containsKey)
                    .distinct()
                    .collect(Collectors.toMap(each -> each, tags::get));
        });
    }

    /** The messages with a tag. */
    TagBook.Found with(AccountId account, Tag tag) {
        return read(account, new TagBook.Found(Set.of(), List.of()), book -> book.with(tag));
    }

    /** Whether the account has none. */
    boolean isEmpty(AccountId account) {
        return read(account, true, book -> book.tags().isEmpty());
    }

    /** All that any message has. */
    Set<Tag> all(AccountId account) {
        return read(account, Set.of(), TagBook::all);
    }

    /** A question. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(TagBook book) throws IOException;
    }

    private <T> T read(AccountId account, T otherwise, Question<T> question) {
        TagBook book = book(account);
        synchronized (book) {
            try {
                return question.ask(book);
            } catch (IOException e) {
                LOG.log(Level.WARNING, "Tags in oriel.data.directory can''t be read: {0}", e.toString());
                return otherwise;
            }
        }
    }

    /**
     * Gives messages a tag, or takes it from them.
     *
     * @throws UncheckedIOException if it can't be kept
     */
    void change(AccountId account, Collection<MessageName> messages, Tag tag, boolean set) {
        TagBook book = book(account);
        // One at a time: within one Oriel a file cannot be locked twice, and of an account there may be two books for a
        // moment.
        writing.lock();
        try {
            makePrivate();
            synchronized (book) {
                book.change(messages, tag, set);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writing.unlock();
        }
    }

    void forget(@Observes SignedOut left) {
        books.remove(left.account());
    }

    private TagBook book(AccountId account) {
        return books.computeIfAbsent(account, key -> new TagBook(folder.resolve(name(key) + ".tags")));
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
