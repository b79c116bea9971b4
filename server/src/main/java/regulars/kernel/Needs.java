package regulars.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission a caller needs for a route, said on its handler or for all of a controller; the handler's wins. A route
 * that says nothing, neither this nor {@link SignedIn}, keeps the server from starting.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    Permission value();

    /** Whether a successful read is kept in the audit as well; what changes something always is. */
    boolean audited() default false;
}
