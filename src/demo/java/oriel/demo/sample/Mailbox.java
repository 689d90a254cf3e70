package oriel.demo.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The mailbox that is being filled: whose it is, which day it is there, and what it holds so far. */
final class Mailbox {

    static final String INBOX = "INBOX";
    static final String SENT = "Sent";
    static final String DRAFTS = "Drafts";
    static final String ARCHIVE = "Archive";
    static final String JUNK = "Junk";
    static final String DELETED = "Deleted";

    private final Person owner;
    private final People people;
    private final LocalDate today;
    private final Random random;
    private final List<SampleMessage> messages = new ArrayList<>();
    private int written;

    Mailbox(Person owner, People people, LocalDate today, long seed) {
        this.owner = owner;
        this.people = people;
        this.today = today;
        this.random = new Random(seed);
    }

    Person owner() {
        return owner;
    }

    Person person(String key) {
        return people.get(key);
    }

    /** Chance that is the same each time. */
    Random random() {
        return random;
    }

    <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    LocalDate day(int daysAgo) {
        return today.minusDays(daysAgo);
    }

    ZonedDateTime time(int daysAgo, int hour, int minute) {
        return day(daysAgo).atTime(LocalTime.of(hour, minute)).atZone(ZoneOffset.UTC);
    }

    /** Some time in a working day. */
    ZonedDateTime workingTime(int daysAgo) {
        return time(daysAgo, 8 + random.nextInt(10), random.nextInt(60));
    }

    /** Begins a message; its id is the same each time. */
    Mail mail(Person from, ZonedDateTime date) {
        written++;
        String id = "<%s.%d@%s>".formatted(Long.toString(date.toEpochSecond(), 36), written, from.domain());
        return new Mail(id, date).from(from);
    }

    /** Begins a message to the owner. */
    Mail mailToOwner(Person from, ZonedDateTime date, String subject) {
        return mail(from, date).to(owner).subject(subject);
    }

    void file(String folder, Mail mail, Mark... marks) {
        messages.add(new SampleMessage(folder, mail.date().toInstant(), Set.of(marks), mail.source()));
    }

    /** Where somebody who tidies up every two months has put a message by now. */
    String folder(String tidied, int daysAgo) {
        return daysAgo < 60 ? INBOX : tidied;
    }

    int count(String folder) {
        return (int) messages.stream()
                .filter(message -> message.folder().equals(folder))
                .count();
    }

    /** All that was filed, as if it had come in the order of its dates, none of it in the future. */
    List<SampleMessage> messages() {
        Instant end = today.atStartOfDay(ZoneOffset.UTC).toInstant();
        return messages.stream()
                .filter(message -> message.received().isBefore(end))
                .sorted(Comparator.comparing(SampleMessage::received))
                .toList();
    }
}
