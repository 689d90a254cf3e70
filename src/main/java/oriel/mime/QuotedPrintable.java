package oriel.mime;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * Decodes quoted-printable (RFC 2045 section 6.7) in constant space. Jakarta Mail's own decoder calls itself for every
 * soft line break and ends the thread when there are many in a row; this one also takes wrong codes as they are.
 */
final class QuotedPrintable extends InputStream {

    private final PushbackInputStream in;
    private int spaces;

    QuotedPrintable(InputStream encoded) {
        in = new PushbackInputStream(new BufferedInputStream(encoded), 2);
    }

    @Override
    public int read() throws IOException {
        if (spaces > 0) {
            spaces--;
            return ' ';
        }
        while (true) {
            int c = in.read();
            if (c == ' ') {
                return space();
            }
            if (c != '=') {
                return c;
            }
            int first = in.read();
            if (first < 0) {
                return -1;
            }
            if (!isLineEnd(first)) {
                return code(first);
            }
        }
    }

    /** White space at the end of a line was added on the way (RFC 2045 section 6.7, rule 3). */
    private int space() throws IOException {
        int count = 1;
        int next = in.read();
        while (next == ' ') {
            count++;
            next = in.read();
        }
        unread(next);
        if (next != '\r' && next != '\n' && next >= 0) {
            spaces = count - 1;
            return ' ';
        }
        return in.read();
    }

    /** Swallows the end of line after a soft break, be it one character or two. */
    private boolean isLineEnd(int first) throws IOException {
        if (first == '\r') {
            int next = in.read();
            if (next != '\n') {
                unread(next);
            }
        }
        return first == '\r' || first == '\n';
    }

    private int code(int first) throws IOException {
        int second = in.read();
        int high = Character.digit(first, 16);
        int low = Character.digit(second, 16);
        if (high >= 0 && low >= 0) {
            return high * 16 + low;
        }
        unread(second);
        unread(first);
        return '=';
    }

    private void unread(int c) throws IOException {
        if (c >= 0) {
            in.unread(c);
        }
    }

    @Override
    public int read(byte[] block, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int c = read();
            if (c < 0) {
                break;
            }
            block[offset + count++] = (byte) c;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
