/** Templates: Liquid, MJML, preview, warnings. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "work", "access", "customers", "commerce"})
package regulars.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
