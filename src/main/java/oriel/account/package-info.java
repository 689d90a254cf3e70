/**
 * Who is signed in, with what, and which servers are talked to.
 *
 * <p>May know {@code mail}.
 */
@NullMarked
package oriel.account;

import org.jspecify.annotations.NullMarked;
