/**
 * Tells a user's open pages what changed, over the sockets of {@code o:socket}, and has their folders watched while one
 * is open.
 *
 * <p>May know {@code mail} and {@code account}.
 */
@NullMarked
package oriel.push;

import org.jspecify.annotations.NullMarked;
