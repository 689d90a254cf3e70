package oriel.demo.sample;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** An event in iCalendar form (RFC 5545). */
record Appointment(String id, String title, String place, ZonedDateTime start, int minutes, Person organizer) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    /** @param method of iTIP (RFC 5546), like REQUEST */
    String source(String method, Person guest, String status) {
        return """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Oriel//Sample mail//EN
                METHOD:%s
                BEGIN:VEVENT
                UID:%s@oriel.test
                DTSTAMP:%s
                DTSTART:%s
                DTEND:%s
                SUMMARY:%s
                LOCATION:%s
                ORGANIZER;CN=%s:mailto:%s
                ATTENDEE;CN=%s;ROLE=REQ-PARTICIPANT;PARTSTAT=%s;RSVP=TRUE:mailto:%s
                SEQUENCE:0
                END:VEVENT
                END:VCALENDAR
                """.formatted(
                        method,
                        id,
                        TIME.format(start.minusDays(7)),
                        TIME.format(start),
                        TIME.format(start.plusMinutes(minutes)),
                        title,
                        place,
                        organizer.name(),
                        organizer.address(),
                        guest.name(),
                        status,
                        guest.address());
    }
}
