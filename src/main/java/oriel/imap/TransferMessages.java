package oriel.imap;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MessageRef;
import oriel.mail.Tag;

/**
 * Moves and copies messages from one mailbox to another, which no IMAP command does: each is fetched as it lies there,
 * appended with its flags and its date, and if it is to move, only after the OK for that deleted where it was. A message may be in both for a moment, and
 * stays in both if the connection is lost just then, but is never in neither.
 */
final class TransferMessages {

    private static final Logger LOG = Logger.getLogger(TransferMessages.class.getName());
    private static final List<Flag> KEYWORDS = List.of(Flag.FORWARDED, Flag.JUNK);

    private final Path folder;

    /** @param folder where a message waits between the two */
    TransferMessages(Path folder) {
        this.folder = folder;
    }

    /** Moves each message, in their order; after the first that fails, the others stay where they are. */
    List<MessageRef> move(ImapMailStore from, List<MessageRef> messages, ImapMailStore to, FolderPath target) {
        List<MessageRef> moved = new ArrayList<>();
        for (MessageRef message : messages) {
            try {
                copy(from, message, to, target).ifPresent(moved::add);
                from.delete(List.of(message));
            } catch (MailException.MessageGone gone) {
                if (messages.size() == 1) {
                    throw gone;
                }
            }
        }
        return moved;
    }

    /** Copies each message, in their order; after the first that fails, the others are not copied. */
    List<MessageRef> copy(ImapMailStore from, List<MessageRef> messages, ImapMailStore to, FolderPath target) {
        List<MessageRef> copies = new ArrayList<>();
        int copied = 0;
        for (MessageRef message : messages) {
            try {
                copy(from, message, to, target).ifPresent(copies::add);
                copied++;
            } catch (MailException.MessageGone gone) {
                // The others are copied all the same.
            }
        }
        if (copied == 0) {
            throw new MailException.MessageGone();
        }
        return copies.size() == copied ? copies : List.of();
    }

    private Optional<MessageRef> copy(ImapMailStore from, MessageRef message, ImapMailStore to, FolderPath target) {
        try {
            Path file = Files.createTempFile(folder, "oriel-", ".eml");
            try {
                Marks marks = from.marks(message);
                try (OutputStream out = Files.newOutputStream(file)) {
                    from.source(message, out);
                }
                Optional<MessageRef> copy = to.append(target, file, marks);
                copy.ifPresent(place -> mark(to, place, marks));
                return copy;
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keywords are not appended: a server that keeps none could refuse the message because of one. */
    private static void mark(ImapMailStore to, MessageRef copy, Marks marks) {
        try {
            KEYWORDS.stream().filter(marks.flags()::contains).forEach(keyword -> to.flag(List.of(copy), keyword, true));
            marks.tags().forEach(keyword -> to.tag(List.of(copy), new Tag(keyword), true));
        } catch (MailException e) {
            LOG.log(Level.FINE, "a keyword was not carried along", e);
        }
    }
}
