/** Who may come in: users, sessions, API keys, the organisation's settings, and how faults become HTTP. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "work"})
package regulars.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
