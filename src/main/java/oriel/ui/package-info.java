/**
 * Faces plumbing that all pages share: texts, static files, headers, error pages.
 *
 * <p>May know {@code mail} and {@code account}.
 */
@NullMarked
package oriel.ui;

import org.jspecify.annotations.NullMarked;
