/** What each person agreed to, with its proof, and which addresses get nothing. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "work", "access", "warehouse", "collect", "customers"})
package regulars.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
