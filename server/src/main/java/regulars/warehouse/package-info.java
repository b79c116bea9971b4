/** The columnar mirror of PostgreSQL: fed by snapshot difference, rebuilt from it at any time. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "work", "access"})
package regulars.warehouse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
