/** Starts, watches and stops the PostgreSQL that lives inside the product's data folder. */
@NullMarked
package postgres;

import org.jspecify.annotations.NullMarked;
