/**
 * Sending: a message leaves once and only once, and one copy of it is in Sent.
 *
 * <p>May know {@code mail} and {@code account}.
 */
@NullMarked
package oriel.outbox;

import org.jspecify.annotations.NullMarked;
