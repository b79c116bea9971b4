/** Which customers are one person, and which of their data have aged: found, explained, and settled by people. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "work", "access", "warehouse", "customers"})
package regulars.duplicates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
