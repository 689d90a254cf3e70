package oriel.compose;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import oriel.account.Limits;
import oriel.account.SignedOut;
import oriel.mail.AccountId;
import oriel.outbox.SendSettled;
import oriel.outbox.SendState;

/**
 * The files that go along with what is being written: on disk until the message is sent or thrown away, or nobody is
 * signed in to the account any more.
 */
@ApplicationScoped
public class Uploads {

    private static final int MOST_FILES = 200;

    /** Several messages can be in the making, but nobody fills the disk for all. */
    private static final int MESSAGES_AT_ONCE = 10;

    private record Key(AccountId account, CompositionId composition) {}

    private final Limits limits;
    private final UploadFolder folder;
    private final Map<Key, UploadSet> sets = new ConcurrentHashMap<>();

    @Inject
    public Uploads(Limits limits) {
        this.limits = limits;
        this.folder = new UploadFolder(limits.uploadFolder().toPath());
    }

    /**
     * Takes a file from a stream to its end; if that fails, nothing of it is kept.
     *
     * @param contentId for an image in the text, else empty
     * @throws oriel.mail.MailException.TooBig if the files together are more than a message may hold
     * @throws NotSendable if it can't be stored
     * @throws IOException if the stream breaks
     */
    public Upload store(
            AccountId account, CompositionId composition, String name, String type, String contentId, InputStream bytes)
            throws IOException {
        UploadSet set = sets.computeIfAbsent(
                new Key(account, composition), key -> new UploadSet(folder.newFolder(), limits.messageBytes()));
        if (set.list().size() >= MOST_FILES || stored(account) > MESSAGES_AT_ONCE * limits.messageBytes()) {
            throw new NotSendable("compose.tooManyFiles");
        }
        Path file = folder.newFile(set.folder());
        long size = set.reserveWhile(reservation -> folder.write(file, bytes, reservation));
        Upload upload = new Upload(
                UUID.randomUUID().toString(), FileNames.name(name), FileNames.type(type), size, contentId, file);
        if (sets.get(new Key(account, composition)) != set) {
            folder.deleteFolder(set.folder());
            throw new NotSendable("compose.thrownAway");
        }
        set.add(upload);
        return upload;
    }

    /** The files of a composition, in the order in which they came. */
    public List<Upload> list(AccountId account, CompositionId composition) {
        return Optional.ofNullable(sets.get(new Key(account, composition)))
                .map(UploadSet::list)
                .orElse(List.of());
    }

    /** Removes one file; nothing happens if it is gone already. */
    public void remove(AccountId account, CompositionId composition, String id) {
        Optional.ofNullable(sets.get(new Key(account, composition)))
                .flatMap(set -> set.remove(id))
                .ifPresent(upload -> UploadFolder.delete(upload.file()));
    }

    /** Removes all files of a composition. */
    public void discard(AccountId account, CompositionId composition) {
        UploadSet set = sets.remove(new Key(account, composition));
        if (set != null) {
            folder.deleteFolder(set.folder());
        }
    }

    /** What was sent needs its files no longer. */
    void settled(@Observes SendSettled event) {
        if (event.state() != SendState.UNKNOWN) {
            CompositionId.ofMessageId(event.messageId()).ifPresent(id -> discard(event.account(), id));
        }
    }

    /** Nobody is left who could send them. */
    void signedOut(@Observes SignedOut event) {
        sets.keySet().stream()
                .filter(key -> key.account().equals(event.account()))
                .forEach(key -> discard(key.account(), key.composition()));
    }

    @PreDestroy
    void stop() {
        folder.deleteAll();
    }

    private long stored(AccountId account) {
        return sets.entrySet().stream()
                .filter(entry -> entry.getKey().account().equals(account))
                .mapToLong(entry -> entry.getValue().size())
                .sum();
    }
}
