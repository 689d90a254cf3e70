/**
 * Sample mail: invented people and firms, written for the demo. The same seed and the same day make the same mail, so
 * that tests and pictures can rely on it. The prose lies beside it, in the resources of this package.
 */
@NullMarked
package oriel.demo.sample;

import org.jspecify.annotations.NullMarked;
