/** One message to one segment with a control group, and what it brought. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "work",
            "access",
            "customers",
            "consent",
            "commerce",
            "warehouse",
            "segments",
            "content",
            "channels"
        })
package regulars.campaigns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
