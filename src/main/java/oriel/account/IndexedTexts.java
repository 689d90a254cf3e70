package oriel.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Of which messages the texts are indexed, by their age.
 *
 * @param months of the past; 0 for none, {@link Integer#MAX_VALUE} for all messages
 */
public record IndexedTexts(int months) {

    public static final IndexedTexts NONE = new IndexedTexts(0);
    public static final IndexedTexts ALL = new IndexedTexts(Integer.MAX_VALUE);

    /** More than mail is old. */
    private static final int MOST = 1_200;

    public IndexedTexts {
        if (months < 0) {
            throw new IllegalArgumentException("months of the past");
        }
    }

    /** Reads the setting: {@code off}, {@code all} or a number of months; empty if it is nothing of that. */
    static Optional<IndexedTexts> parse(String text) {
        return switch (text) {
            case "off" -> Optional.of(NONE);
            case "all" -> Optional.of(ALL);
            default -> {
                OptionalInt months = months(text);
                yield months.isPresent() ? Optional.of(new IndexedTexts(months.getAsInt())) : Optional.empty();
            }
        };
    }

    private static OptionalInt months(String text) {
        try {
            int months = Integer.parseInt(text);
            return months >= 1 && months <= MOST ? OptionalInt.of(months) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    public boolean isNone() {
        return months == 0;
    }

    /** When the oldest of these messages may have been received, seen from now. */
    public Instant since(Instant now) {
        return months == Integer.MAX_VALUE
                ? Instant.EPOCH.minusSeconds(Integer.MAX_VALUE)
                : now.atZone(ZoneOffset.UTC).minusMonths(months).toInstant();
    }
}
