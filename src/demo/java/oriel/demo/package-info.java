/** Runs Oriel on one's own machine, with sample mail or against real servers; no part of the application. */
@NullMarked
package oriel.demo;

import org.jspecify.annotations.NullMarked;
