/** How a page gets at its socket. */
@NullMarked
package oriel.push.web;

import org.jspecify.annotations.NullMarked;
