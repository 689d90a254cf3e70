package oriel.demo.sample;

import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import static java.util.stream.Collectors.joining;

/** A message while it is being written (RFC 5322). */
final class Mail {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT);

    private final String id;
    private final ZonedDateTime date;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<String> references = new ArrayList<>();
    private Part body = Part.text("");

    Mail(String id, ZonedDateTime date) {
        this.id = id;
        this.date = date;
    }

    Mail from(Person person) {
        return header("From", Words.address(person));
    }

    Mail to(Person... people) {
        return to(List.of(people));
    }

    Mail to(List<Person> people) {
        return people("To", people);
    }

    Mail cc(List<Person> people) {
        return people("Cc", people);
    }

    private Mail people(String header, List<Person> people) {
        return people.isEmpty()
                ? this
                : header(header, people.stream().map(Words::address).collect(joining(", ")));
    }

    Mail subject(String subject) {
        return header("Subject", Words.encode(subject));
    }

    /** @param value in ASCII */
    Mail header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Mail answering(Mail other) {
        references.addAll(other.references);
        references.add(other.id);
        return header("In-Reply-To", other.id).header("References", String.join(" ", references));
    }

    Mail body(Part part) {
        body = part;
        return this;
    }

    ZonedDateTime date() {
        return date;
    }

    byte[] source() {
        StringBuilder source = new StringBuilder();
        headers.forEach((name, value) -> source.append(Words.header(name, value)));
        source.append(Words.header("Date", DATE.format(date)));
        source.append(Words.header("Message-ID", id));
        source.append("MIME-Version: 1.0\r\n");
        source.append(body.source("=_" + Integer.toHexString(id.hashCode())));
        return source.toString().getBytes(StandardCharsets.UTF_8);
    }
}
