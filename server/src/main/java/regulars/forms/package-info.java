/** Forms that strangers fill in: their versions, the pages, what was submitted, and what each field costs. */
@ApplicationModule(
        allowedDependencies = {"kernel", "work", "access", "collect", "customers", "consent", "content", "channels"})
@NullMarked
package regulars.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
