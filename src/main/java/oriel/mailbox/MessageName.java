package oriel.mailbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;
import oriel.index.SearchExpression;
import oriel.mail.Envelope;

/**
 * By what Oriel knows a message again wherever it lies, whoever moves it: its Message-ID, or without one when it was received,
 * its size, and a check sum of who wrote it and about what.
 *
 * @param text never empty; one that begins with {@code =} is no Message-ID
 */
record MessageName(String text) {

    private static final int LONGEST = 1_000;

    /** @param messageId empty if there is none */
    static MessageName of(Envelope message, String messageId) {
        boolean usable = !messageId.isEmpty() && messageId.length() <= LONGEST && !messageId.startsWith("=");
        return new MessageName(usable ? messageId : described(message));
    }

    private static String described(Envelope message) {
        CRC32C sum = new CRC32C();
        String head =
                message.from().stream().findFirst().map(each -> each.email()).orElse("") + "\n" + message.subject();
        sum.update(head.getBytes(StandardCharsets.UTF_8));
        return "=" + message.date().toEpochMilli() + " " + message.size() + " "
                + HexFormat.of().toHexDigits((int) sum.getValue());
    }

    boolean isMessageId() {
        return !text.startsWith("=");
    }

    /** How to look for it without a Message-ID. */
    Optional<SearchExpression> received() {
        String[] parts = text.substring(1).split(" ");
        try {
            return Optional.of(new SearchExpression.Received(
                    Instant.ofEpochMilli(Long.parseLong(parts[0])), Long.parseLong(parts[1])));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
