/**
 * Signing in and out: who is at the browser, proven to the mail server.
 *
 * <p>May know {@code mail}, {@code account} and {@code ui}.
 */
@NullMarked
package oriel.login;

import org.jspecify.annotations.NullMarked;
