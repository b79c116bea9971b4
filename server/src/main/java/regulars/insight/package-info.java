/** What the base says: RFM, matrices, the overview. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "work", "access", "commerce", "segments", "warehouse"})
package regulars.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
