package oriel.demo.sample;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oriel.demo.sample.Script.Conversation;
import oriel.demo.sample.Script.Turn;

/** Turns scripts into threads, seen from the owner's side: what the owner wrote lies in Sent. */
final class Conversations {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final String LIST = "dev";

    private final Mailbox box;
    private final String me;

    /** @param me the owner's short name */
    Conversations(Mailbox box, String me) {
        this.box = box;
        this.me = me;
    }

    /** Files those conversations that the owner is in; whoever is on nobody's list reads along only on the mailing list. */
    void file(String script) {
        for (Conversation conversation : Script.read(script)) {
            Set<String> members = conversation.members();
            boolean forAda = me.equals("ada");
            if (forAda || members.contains(me) || members.contains(LIST)) {
                file(conversation);
            }
        }
    }

    private void file(Conversation conversation) {
        Mail previous = null;
        List<Turn> turns = conversation.turns();
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            Turn before = i == 0 ? null : turns.get(i - 1);
            Mail mail = mail(conversation, turn, before);
            if (previous != null) {
                mail.answering(previous);
            }
            boolean answered = i + 1 < turns.size() && turns.get(i + 1).who().equals(me);
            box.file(turn.who().equals(me) ? Mailbox.SENT : conversation.folder(), mail, marks(turn, answered));
            previous = mail;
        }
    }

    private Mark[] marks(Turn turn, boolean answered) {
        EnumSet<Mark> marks = EnumSet.noneOf(Mark.class);
        turn.how().stream()
                .filter(word -> word.equals("unread") || word.equals("flagged"))
                .map(word -> Mark.valueOf(word.toUpperCase(Locale.ROOT)))
                .forEach(marks::add);
        if (answered) {
            marks.add(Mark.ANSWERED);
        }
        if (turn.who().equals(me)) {
            marks.remove(Mark.UNREAD);
        }
        return marks.toArray(Mark[]::new);
    }

    private Mail mail(Conversation conversation, Turn turn, @Nullable Turn before) {
        ZonedDateTime date = box.time(conversation.days() - turn.day(), turn.hour(), turn.minute());
        Mail mail = box.mail(box.person(turn.who()), date);
        String answer = before == null ? "" : "Re: ";
        mail.subject(answer + conversation.subject());
        if (conversation.with().contains(LIST)) {
            list(mail, answer + "[dev] " + conversation.subject());
        } else {
            recipients(mail, conversation, turn, before);
        }
        String text = turn.text();
        if (before != null && turn.how().contains("quote")) {
            ZonedDateTime then = box.time(conversation.days() - before.day(), before.hour(), before.minute());
            text += "\nOn " + WHEN.format(then) + ", "
                    + box.person(before.who()).name() + " wrote:\n" + Paragraphs.quote(before.text());
        }
        return mail.body(body(turn, text));
    }

    private static Part body(Turn turn, String text) {
        if (turn.how().contains("flowed")) {
            return Part.flowed(text);
        }
        return turn.how().contains("html")
                ? Part.alternative(Part.text(text), Part.html(Paragraphs.html(text)))
                : Part.text(text);
    }

    private void list(Mail mail, String subject) {
        Person list = box.person(LIST);
        mail.to(list)
                .subject(subject)
                .header("List-Id", "Oriel developers <dev.lists.oriel.test>")
                .header("List-Post", "<mailto:dev@lists.oriel.test>")
                .header("List-Unsubscribe", "<mailto:dev-leave@lists.oriel.test>")
                .header("Precedence", "list");
    }

    /** To whom it answers, or to all if it begins; the others get a copy. */
    private void recipients(Mail mail, Conversation conversation, Turn turn, @Nullable Turn before) {
        List<String> others = new ArrayList<>(conversation.members());
        if (!others.contains(me)) {
            others.add(me);
        }
        others.remove(turn.who());
        if (before == null || before.who().equals(turn.who())) {
            mail.to(others.stream().map(box::person).toList());
            return;
        }
        others.remove(before.who());
        mail.to(box.person(before.who())).cc(others.stream().map(box::person).toList());
    }
}
