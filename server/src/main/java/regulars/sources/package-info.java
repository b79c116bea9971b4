/** The outer edge where files come in: imports of customers and orders. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "work", "access", "collect", "customers", "consent", "commerce", "warehouse"})
package regulars.sources;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
