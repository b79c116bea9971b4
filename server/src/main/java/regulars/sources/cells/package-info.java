/** What a cell of a file means: numbers, money, dates and words as people write them. Pure functions. */
@NullMarked
package regulars.sources.cells;

import org.jspecify.annotations.NullMarked;
