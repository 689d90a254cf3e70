package oriel.demo.sample;

import jakarta.mail.Flags;

/** What a mail program notes on a message; without any it is read. */
public enum Mark {
    UNREAD,
    FLAGGED,
    ANSWERED,
    DRAFT;

    /** The flags of a message with these marks (RFC 9051, section 2.3.2). */
    static Flags flags(Iterable<Mark> marks) {
        Flags flags = new Flags(Flags.Flag.SEEN);
        for (Mark mark : marks) {
            switch (mark) {
                case UNREAD -> flags.remove(Flags.Flag.SEEN);
                case FLAGGED -> flags.add(Flags.Flag.FLAGGED);
                case ANSWERED -> flags.add(Flags.Flag.ANSWERED);
                case DRAFT -> flags.add(Flags.Flag.DRAFT);
            }
        }
        return flags;
    }
}
