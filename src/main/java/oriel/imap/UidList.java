package oriel.imap;

import java.util.Arrays;
import oriel.mail.MailException;

/** Numbers that are collected without a box around each. */
final class UidList {

    /** More than a folder can hold that a browser can show. */
    private static final int MOST = 10_000_000;

    private long[] numbers = new long[1_024];
    private int count;
    private boolean ascending = true;

    void add(long number) {
        if (count == MOST) {
            throw tooMany();
        }
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
        }
        ascending &= count == 0 || numbers[count - 1] < number;
        numbers[count++] = number;
    }

    void addAll(long first, long last) {
        if (last - first >= MOST - count) {
            throw tooMany();
        }
        for (long number = first; number <= last; number++) {
            add(number);
        }
    }

    private static MailException tooMany() {
        return new MailException.Unreadable(new IllegalStateException("more messages than there can be"));
    }

    /** In ascending order, each once. */
    long[] sorted() {
        long[] all = Arrays.copyOf(numbers, count);
        return ascending ? all : Arrays.stream(all).sorted().distinct().toArray();
    }
}
