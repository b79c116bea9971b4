/** Which records are one person: the mathematics, without a database and without a framework. */
@NullMarked
package regulars.duplicates.model;

import org.jspecify.annotations.NullMarked;
