package oriel.imap;

import org.eclipse.angus.mail.iap.ByteArray;
import oriel.mail.MailException;

/**
 * How much a server may say to one command. Jakarta Mail makes room for as many bytes as a literal announces before one
 * of them has come, and keeps every line until the command ends, so that a server could fill the memory of all.
 */
final class ResponseBudget {

    /** Longer than the longest piece that is ever asked for at once, see {@link FetchRoot}. */
    private static final int LONGEST_RESPONSE = 32 * 1024 * 1024;

    private static final int ALL_RESPONSES = 96 * 1024 * 1024;

    /** What keeping even the shortest response costs. */
    private static final int OVERHEAD = 256;

    /** What Jakarta Mail leaves free behind. */
    private static final int SLOP = 32;

    private static final int LEAST = 128;
    private static final int MOST = 1_024;

    private long spent;
    private int expected = LEAST;

    /** The next command begins. */
    void renew() {
        spent = 0;
    }

    /** Room for one response, which is often as long as the one before, and grows only as far as allowed. */
    ByteArray room() {
        return new Room(new byte[expected], expected);
    }

    /** Room for one response that is expected to fit where another one was. */
    ByteArray room(ByteArray offered) {
        return new Room(offered.getBytes(), offered.getCount());
    }

    private void spend(long bytes) {
        spent += bytes;
        if (spent > ALL_RESPONSES) {
            throw tooMuch();
        }
    }

    private static MailException tooMuch() {
        return new MailException.Unreadable(new IllegalStateException("the server says too much"));
    }

    private final class Room extends ByteArray {

        Room(byte[] bytes, int count) {
            super(bytes, 0, count);
        }

        @Override
        public void grow(int more) {
            if (more < 0 || more > LONGEST_RESPONSE - getBytes().length) {
                throw tooMuch();
            }
            super.grow(more);
        }

        /** Called when the response is complete. */
        @Override
        public void setCount(int count) {
            super.setCount(count);
            spend(count + OVERHEAD);
            expected = Math.clamp(count + SLOP, LEAST, MOST);
        }
    }
}
