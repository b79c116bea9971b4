/** Reading CSV so that a malformed row costs one row. */
@NullMarked
package regulars.sources.csv;

import org.jspecify.annotations.NullMarked;
