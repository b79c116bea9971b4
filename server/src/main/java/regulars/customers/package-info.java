/** People: source records, contact points, attributes, and the links that say who is who. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "work", "access", "warehouse", "collect"})
package regulars.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
