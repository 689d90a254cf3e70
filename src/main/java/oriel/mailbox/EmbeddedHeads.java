package oriel.mailbox;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import oriel.mail.Address;
import oriel.mail.EmbeddedHead;

/** The head lines above a message inside a message, as plain text. */
final class EmbeddedHeads {

    private EmbeddedHeads() {}

    static String text(EmbeddedHead head) {
        List<String> lines = new ArrayList<>(List.of(head.subject(), names(head.from())));
        if (!head.to().isEmpty()) {
            lines.add("\u2192 " + names(head.to()));
        }
        head.written()
                .ifPresent(
                        date -> lines.add(DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC))));
        return lines.stream().filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }

    private static String names(List<Address> addresses) {
        return addresses.stream().map(Address::full).collect(Collectors.joining(", "));
    }
}
