/** The composer in the page, and the small servlets that its files go through. */
@NullMarked
package oriel.compose.web;

import org.jspecify.annotations.NullMarked;
