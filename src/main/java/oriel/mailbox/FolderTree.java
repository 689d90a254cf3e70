package oriel.mailbox;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import oriel.mail.Folder;
import oriel.mail.FolderPath;
import oriel.mail.FolderTrouble;
import oriel.mail.MailException;
import oriel.mail.SpecialUse;

/**
 * An owner's folders, as rules about them need them.
 *
 * @param folders all of them
 * @param subscribed what the server says that is subscribed to
 */
record FolderTree(List<Folder> folders, Set<FolderPath> subscribed) {

    /** @throws MailException.FolderGone if it is not there */
    Folder find(FolderPath path) {
        return folders.stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new MailException.FolderGone(null));
    }

    boolean has(FolderPath path) {
        return folders.stream().anyMatch(each -> each.path().equals(path));
    }

    /** A folder and all that lies in it, the deepest first. */
    List<Folder> within(FolderPath path) {
        return folders.stream()
                .filter(each -> each.isWithin(path))
                .sorted(Comparator.comparingInt(Folder::depth).reversed())
                .toList();
    }

    /** @throws MailException.FolderRefused if the mailbox relies on the folder, or on one that lies in it */
    void requireOrdinary(FolderPath path) {
        if (within(path).stream().anyMatch(each -> each.use() != SpecialUse.NONE)) {
            throw new MailException.FolderRefused(FolderTrouble.PROTECTED);
        }
    }

    /**
     * Whether subscriptions say what somebody wants to see. Where no mail program ever subscribed to anything but special
     * folders, which servers may do by themselves, all is shown.
     */
    boolean usesSubscriptions() {
        return folders.stream()
                .filter(each -> each.use() == SpecialUse.NONE || each.use() == SpecialUse.INBOX)
                .anyMatch(each -> subscribed.contains(each.path()));
    }

    /** What nobody wants to see: no subscription, and no special use. */
    Set<FolderPath> hidden() {
        return usesSubscriptions()
                ? folders.stream()
                        .filter(each -> each.use() == SpecialUse.NONE && each.selectable())
                        .map(Folder::path)
                        .filter(path -> !subscribed.contains(path))
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
