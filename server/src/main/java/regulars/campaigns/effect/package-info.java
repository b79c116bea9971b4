/** What a campaign brought, as pure mathematics: no clock, no database. */
@NullMarked
package regulars.campaigns.effect;

import org.jspecify.annotations.NullMarked;
