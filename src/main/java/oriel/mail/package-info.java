/**
 * The words: what Oriel talks about when it talks about mail, as plain records, and the two ports through which mail
 * is read ({@link oriel.mail.MailStore}) and sent ({@link oriel.mail.MailSender}).
 *
 * <p>This room knows nobody. Everybody may know it.
 */
@NullMarked
package oriel.mail;

import org.jspecify.annotations.NullMarked;
