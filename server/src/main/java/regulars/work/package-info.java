/** Durable jobs: claimed with leases, resumed after a crash, with progress and cancel. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package regulars.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
