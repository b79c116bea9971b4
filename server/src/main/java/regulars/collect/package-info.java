/** The one gate for everything that happens: subjects and events, each stored exactly once. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "work", "access"})
package regulars.collect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
