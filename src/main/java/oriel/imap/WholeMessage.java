package oriel.imap;

import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.jspecify.annotations.Nullable;

/** A message that was fetched as it is and parsed here, with what the server tells of it beside. */
final class WholeMessage extends MimeMessage {

    private final int sequence;
    private final int length;
    private final int size;
    private final @Nullable Date received;

    WholeMessage(Session session, FetchResponse answer, ByteArray bytes) throws MessagingException {
        super(session, bytes.toByteArrayInputStream());
        sequence = answer.getNumber();
        length = bytes.getCount();
        RFC822SIZE told = answer.getItem(RFC822SIZE.class);
        size = told == null ? length : (int) Math.min(told.size, Integer.MAX_VALUE);
        INTERNALDATE date = answer.getItem(INTERNALDATE.class);
        received = date == null ? null : date.getDate();
        Flags marks = answer.getItem(FLAGS.class);
        if (marks != null) {
            flags = new Flags(marks);
        }
    }

    /** The sequence number it had in the answer. */
    int sequence() {
        return sequence;
    }

    /** Bytes that were fetched. */
    int length() {
        return length;
    }

    @Override
    public int getSize() {
        return size;
    }

    @Override
    public @Nullable Date getReceivedDate() {
        return received;
    }
}
