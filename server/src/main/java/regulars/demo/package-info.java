/** A shop that never was: a generated base, buyers that react, and the check of the whole loop. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "boot",
            "work",
            "access",
            "customers",
            "consent",
            "commerce",
            "warehouse",
            "segments",
            "insight",
            "content",
            "channels",
            "campaigns",
            "sources"
        })
package regulars.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
