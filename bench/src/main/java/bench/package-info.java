/** Measures of the whole product; each ends with one JSON line that says whether its bound holds. */
@NullMarked
package bench;

import org.jspecify.annotations.NullMarked;
