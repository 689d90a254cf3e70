package oriel.mime;

import jakarta.activation.DataSource;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** A multipart that stops being taken apart after so many parts, and that can guess a boundary that is not declared. */
final class BoundedMultipart extends MimeMultipart {

    /** Ends the parsing; never leaves this class. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super(null, null, false, false);
        }
    }

    private final int most;
    private final boolean guess;
    private int made;
    private boolean cut;

    BoundedMultipart(DataSource source, int most, boolean guess) throws MessagingException {
        super(source);
        this.most = most;
        this.guess = guess;
    }

    @Override
    protected void initializeProperties() {
        ignoreMissingEndBoundary = true;
        ignoreMissingBoundaryParameter = true;
        ignoreExistingBoundaryParameter = guess;
        allowEmpty = true;
    }

    @Override
    protected synchronized void parse() throws MessagingException {
        if (parsed) {
            return;
        }
        try {
            super.parse();
        } catch (Enough e) {
            cut = true;
        }
        parsed = true;
    }

    @Override
    protected MimeBodyPart createMimeBodyPart(InternetHeaders headers, byte[] content) throws MessagingException {
        count();
        return super.createMimeBodyPart(headers, content);
    }

    @Override
    protected MimeBodyPart createMimeBodyPart(InputStream is) throws MessagingException {
        count();
        return super.createMimeBodyPart(is);
    }

    private void count() {
        if (made++ >= most) {
            throw new Enough();
        }
    }

    List<BodyPart> parts() throws MessagingException {
        List<BodyPart> parts = new ArrayList<>();
        for (int i = 0; i < getCount(); i++) {
            parts.add(getBodyPart(i));
        }
        return parts;
    }

    /** Whether there were more parts than were taken. */
    boolean wasCut() {
        return cut;
    }
}
