/**
 * Reading and arranging mail: the folders, the list, the reader and what can be done with messages there.
 *
 * <p>May know {@code mail}, {@code account}, {@code index}, {@code html}, {@code settings} and {@code ui}.
 */
@NullMarked
package oriel.mailbox;

import org.jspecify.annotations.NullMarked;
