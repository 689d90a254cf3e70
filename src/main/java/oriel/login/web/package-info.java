/** The sign-in page and the sign-out button. */
@NullMarked
package oriel.login.web;

import org.jspecify.annotations.NullMarked;
