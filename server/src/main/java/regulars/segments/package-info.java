/** Rules over the base, compiled to one program, and who meets them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "work", "access", "customers", "warehouse"})
package regulars.segments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
