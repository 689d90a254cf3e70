/**
 * What an administrator sees: start-up checks and health.
 *
 * <p>May know all engines, by their ports.
 */
@NullMarked
package oriel.ops;

import org.jspecify.annotations.NullMarked;
