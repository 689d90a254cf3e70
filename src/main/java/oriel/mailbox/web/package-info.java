/** The mailbox page: small servlets answer what is read, a Faces bean does what changes something. */
@NullMarked
package oriel.mailbox.web;

import org.jspecify.annotations.NullMarked;
