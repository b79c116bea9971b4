package regulars.customers;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Actor;
import tools.jackson.databind.JsonNode;

/** Why two people are taken for one, and who says so. */
public sealed interface MergeCause {
    Actor actor();

    /** As it is stored. */
    String code();

    /** How likely it is, where that was reckoned. */
    default @Nullable BigDecimal score() {
        return null;
    }

    /** Plain JSON that a person can be shown. */
    Object explanation();

    /**
     * Somebody looked at both.
     *
     * @param chosen of which fields the kept one shows these values, whatever else their records say; null for none
     */
    record ByHand(Actor actor, Map<ProfileField, @Nullable String> chosen) implements MergeCause {
        public ByHand {
            chosen = Collections.unmodifiableMap(new LinkedHashMap<>(chosen));
        }

        public ByHand(Actor actor) {
            this(actor, Map.of());
        }

        @Override
        public String code() {
            return "hand";
        }

        @Override
        public Object explanation() {
            return Map.of();
        }
    }

    /**
     * Their data are so alike.
     *
     * @param because the parts of the score
     */
    record Duplicates(Actor actor, BigDecimal score, JsonNode because) implements MergeCause {
        @Override
        public String code() {
            return "duplicates";
        }

        @Override
        public Object explanation() {
            return because;
        }
    }

    /**
     * A rule of identity says so.
     *
     * @param key what they have in common, such as {@code phone}
     */
    record IdentityRule(Actor actor, String key) implements MergeCause {
        @Override
        public String code() {
            return "identity";
        }

        @Override
        public Object explanation() {
            return Map.of("key", key);
        }
    }
}
