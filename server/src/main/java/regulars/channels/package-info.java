/** The send gate: no message leaves but through it; queue, wire and responses. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "work", "access", "customers", "consent", "content"})
package regulars.channels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
