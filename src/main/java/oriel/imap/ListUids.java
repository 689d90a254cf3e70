package oriel.imap;

import jakarta.mail.MessagingException;

/**
 * UID SEARCH of all messages (RFC 3501 section 6.4.4); where the server announces it, in the short form of ESEARCH (RFC
 * 4731), which for a folder of a million is a few bytes rather than eight million.
 */
final class ListUids {

    long[] list(OpenFolder folder) throws MessagingException {
        folder.refresh();
        String key = DeletedMessages.areHidden(folder.connection()) ? "UNDELETED" : "ALL";
        return folder.connection().has("ESEARCH")
                ? SearchResults.extended(folder.send("UID SEARCH", "RETURN (ALL) " + key))
                : SearchResults.of(folder.send("UID SEARCH", key));
    }
}
