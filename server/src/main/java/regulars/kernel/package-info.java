/** What three rooms need: ids, faults, money, the description of a mirrored table. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package regulars.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
