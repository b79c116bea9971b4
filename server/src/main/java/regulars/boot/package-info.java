/** How the product starts and stops: what the operator set, the database, the web server, the end. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "backup"})
package regulars.boot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
