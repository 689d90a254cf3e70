package oriel.demo.sample;

import java.time.LocalDate;
import java.util.List;

/** The sample mailboxes. */
public final class SampleMail {

    /** The second user's address. */
    public static final String GRACE = "grace@oriel.test";

    /** Folders that are there even if they hold nothing. */
    public static final List<String> FOLDERS =
            List.of(Mailbox.INBOX, Mailbox.DRAFTS, Mailbox.SENT, Mailbox.ARCHIVE, Mailbox.JUNK, Mailbox.DELETED);

    private static final long SEED = 1815;

    private SampleMail() {}

    /**
     * The first user's mail, more than 300 messages of the two years before a day.
     *
     * @param address the user's
     * @param inbox how many messages the inbox has at least
     * @return the oldest first
     */
    public static List<SampleMessage> ada(String address, LocalDate today, int inbox) {
        People people = new People(address);
        Mailbox box = new Mailbox(people.get("ada"), people, today, SEED);
        Conversations conversations = new Conversations(box, "ada");
        conversations.file("team.txt");
        conversations.file("list.txt");
        conversations.file("languages.txt");
        new Newsletters(box).file();
        new BuildReports(box).file(40);
        new IssueNotices(box).file();
        new Purchases(box).file(18);
        new Travel(box).file();
        new Invitations(box).file();
        new Attachments(box).file();
        new Suspicious(box).file();
        new Oddities(box).file();
        new Drafts(box).file();
        new Bulk(box).file(Math.max(0, inbox - box.count(Mailbox.INBOX)));
        return box.messages();
    }

    /** The second user's mail: the conversations that she has a part in, and the mailing list. */
    public static List<SampleMessage> grace(String ada, LocalDate today) {
        People people = new People(ada);
        Mailbox box = new Mailbox(people.get("grace"), people, today, SEED);
        Conversations conversations = new Conversations(box, "grace");
        conversations.file("team.txt");
        conversations.file("list.txt");
        return box.messages();
    }
}
