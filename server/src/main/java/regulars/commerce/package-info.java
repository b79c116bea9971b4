/** Products, orders, lines and refunds, and the one definition of revenue. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "work", "access", "warehouse", "collect", "customers"})
package regulars.commerce;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
