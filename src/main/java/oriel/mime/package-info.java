/**
 * Jakarta Mail on the one side, the words of {@link oriel.mail} on the other: reads what arrives, however broken, and
 * writes what leaves.
 *
 * <p>May know {@code mail}. Only {@code imap} and {@code smtp} know it, so Jakarta Mail's types may stand in its API.
 */
@NullMarked
package oriel.mime;

import org.jspecify.annotations.NullMarked;
