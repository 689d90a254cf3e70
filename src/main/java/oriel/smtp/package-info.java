/**
 * The engine behind {@link oriel.mail.MailSender}: hands messages to a submission server (RFC 6409).
 *
 * <p>May know {@code mail}, {@code mime} and {@code account}. Nobody knows it: CDI plugs it in.
 */
@NullMarked
package oriel.smtp;

import org.jspecify.annotations.NullMarked;
