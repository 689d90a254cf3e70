/**
 * Asks the DNS where a mail domain's servers are.
 *
 * <p>May know {@code mail} and {@code account}.
 */
@NullMarked
package oriel.dns;

import org.jspecify.annotations.NullMarked;
