package oriel.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import oriel.mail.AccountId;
import oriel.mail.FlagsChanged;
import oriel.mail.FolderChanged;
import oriel.mail.FolderPath;
import oriel.mail.FoldersChanged;
import oriel.mail.ListChanged;
import oriel.mail.MailSent;
import oriel.mail.MessageRef;
import oriel.mail.TagsChanged;

/**
 * Tells an account's open pages that something changed: in which folder and no more, for the pages read the rest
 * themselves, by their own session's right. Each change has a stamp; pages that ask with the same one share an answer.
 */
@ApplicationScoped
public class Notifier {

    private final OpenPages pages;
    private final Wire wire;

    @Inject
    public Notifier(OpenPages pages, Wire wire) {
        this.pages = pages;
        this.wire = wire;
    }

    void folderChanged(@Observes FolderChanged event) {
        tell(event.account(), event.folder());
    }

    void listChanged(@Observes ListChanged event) {
        tell(event.account(), event.folder());
    }

    void flagsChanged(@Observes FlagsChanged event) {
        tell(event.account(), event.messages());
    }

    void tagsChanged(@Observes TagsChanged event) {
        tell(event.account(), event.messages());
    }

    void foldersChanged(@Observes FoldersChanged event) {
        tell(event.account(), Map.of("tree", "changed", "stamp", stamp()));
    }

    void mailSent(@Observes MailSent event) {
        tell(event.account(), Map.of("use", "sent", "stamp", stamp()));
    }

    private void tell(AccountId account, List<MessageRef> messages) {
        messages.stream().map(MessageRef::folder).distinct().forEach(folder -> tell(account, folder));
    }

    private void tell(AccountId account, FolderPath folder) {
        tell(account, Map.of("folder", folder.text(), "stamp", stamp()));
    }

    private void tell(AccountId account, Map<String, String> message) {
        Set<Listener> listeners = pages.of(account);
        if (!listeners.isEmpty()) {
            wire.send(message, listeners);
        }
    }

    private static String stamp() {
        return UUID.randomUUID().toString();
    }
}
