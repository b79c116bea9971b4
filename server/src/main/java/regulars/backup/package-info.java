/** The whole product in one file, while it runs, and back again: tables, files, versions, checksums. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package regulars.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
