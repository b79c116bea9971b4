/** How requests come in and problems go out, the same for every room. */
@NullMarked
package regulars.access.web;

import org.jspecify.annotations.NullMarked;
