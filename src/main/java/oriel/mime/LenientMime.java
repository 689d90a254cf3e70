package oriel.mime;

import java.util.Properties;

/**
 * Makes Jakarta Mail read what is sent and not only what is allowed. Its switches are properties of the virtual machine
 * and some are read when its classes are loaded, so every way into this room asks for them first.
 */
public final class LenientMime {

    private static final String[] OFF = {
        "mail.mime.address.strict", "mail.mime.parameters.strict", "mail.mime.decodetext.strict",
    };

    private static final String[] ON = {
        "mail.mime.base64.ignoreerrors",
        "mail.mime.uudecode.ignoreerrors",
        "mail.mime.uudecode.ignoremissingbeginend",
        "mail.mime.ignoreunknownencoding",
        "mail.mime.ignoremultipartencoding",
        "mail.mime.multipart.allowempty",
        "mail.mime.decodefilename",
    };

    static {
        for (String name : OFF) {
            System.setProperty(name, "false");
        }
        for (String name : ON) {
            System.setProperty(name, "true");
        }
    }

    private LenientMime() {}

    /**
     * Adds what Jakarta Mail takes from a session's properties and not from those of the machine: without it one address
     * that breaks the rules makes IMAP's ENVELOPE unreadable ("Failed to load IMAP envelope").
     *
     * @return the same properties
     */
    public static Properties in(Properties session) {
        session.setProperty("mail.mime.address.strict", "false");
        return session;
    }

    /** Sets the properties, once; call it before the first use of a Jakarta Mail class. */
    @SuppressWarnings("EmptyMethod")
    public static void use() {
        // the work is done by loading this class
    }
}
