/** Links that only we can make: what they say is signed, and a guess is worth nothing. */
@NullMarked
package regulars.campaigns.links;

import org.jspecify.annotations.NullMarked;
