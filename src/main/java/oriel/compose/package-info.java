/**
 * Writing: what a new message, a reply and a forward begin with, the files that go along, and what is made of it all
 * when it is sent.
 *
 * <p>May know {@code mail}, {@code account}, {@code html}, {@code contacts}, {@code settings}, {@code outbox} and
 * {@code ui}.
 */
@NullMarked
package oriel.compose;

import org.jspecify.annotations.NullMarked;
