/** What the owner of the machine does with the product: commands beside it, its health, its figures. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "boot", "backup", "access", "warehouse", "channels", "segments", "collect"})
package regulars.operate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
