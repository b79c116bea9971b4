/** Liquid with bounds: what a template may say, how much it may do, and where it failed. */
@NullMarked
package regulars.content.liquid;

import org.jspecify.annotations.NullMarked;
