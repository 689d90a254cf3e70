package oriel.demo.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/** Mail that comes while the demo runs, one after the other and round again. */
public final class Arriving {

    private final String owner;
    private final List<Script.Conversation> script = Script.read("arriving.txt");
    private int next;

    /** @param owner the address of the one who gets it */
    public Arriving(String owner) {
        this.owner = owner;
    }

    /** The next message, dated now, unread in the inbox. */
    public SampleMessage next(Instant now) {
        ZonedDateTime date = now.atZone(ZoneOffset.UTC);
        People people = new People(owner);
        Mailbox box = new Mailbox(people.get("ada"), people, LocalDate.from(date), next);
        Script.Conversation conversation = script.get(next++ % script.size());
        Script.Turn turn = conversation.turns().getFirst();
        Mail mail = box.mailToOwner(people.get(turn.who()), date, conversation.subject());
        Part body = turn.how().contains("html")
                ? Part.alternative(Part.text(turn.text()), Part.html(Paragraphs.html(turn.text())))
                : Part.text(turn.text());
        return new SampleMessage(
                Mailbox.INBOX, now, Set.of(Mark.UNREAD), mail.body(body).source());
    }
}
