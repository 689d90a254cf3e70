package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import oriel.mail.Attachment;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.Message;
import oriel.mail.MessageRef;

/** Writes all attachments of a message into one zip file, one after the other and never as a whole in memory. */
@ApplicationScoped
public class ZipAttachments {

    private final MailStore store;
    private final OpenMessage open;

    @Inject
    public ZipAttachments(MailStore store, OpenMessage open) {
        this.store = store;
        this.open = open;
    }

    /**
     * Writes the zip file: what the reader lists, under the names that it shows; of the same names all but the first are
     * numbered.
     *
     * @param out closed afterwards
     * @throws MailException if one of them can't be read
     */
    public void write(MessageRef ref, OutputStream out) throws IOException {
        Message message = open.message(ref);
        Set<String> taken = new HashSet<>();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            // Most of what is attached is compressed already.
            zip.setLevel(Deflater.BEST_SPEED);
            for (Attachment each : message.listed()) {
                ZipEntry entry = new ZipEntry(free(each.name(), taken));
                entry.setTime(message.envelope().date().toEpochMilli());
                zip.putNextEntry(entry);
                store.part(ref, each.part(), (part, bytes) -> bytes.transferTo(zip));
                zip.closeEntry();
            }
        }
    }

    /** The name, or one with a number that is not taken; some file systems do not tell small letters from capital ones. */
    private static String free(String name, Set<String> taken) {
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String ending = dot > 0 ? name.substring(dot) : "";
        String free = name;
        for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = stem + " (" + number + ")" + ending;
        }
        return free;
    }
}
