package regulars.sources;

import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an undoing has come to, kept with each batch. */
final class UndoTally {
    private final Map<Undone, Long> counts = new EnumMap<>(Undone.class);
    final RoaringBitmap changed;

    UndoTally(@Nullable JsonNode state) {
        if (state == null) {
            changed = new RoaringBitmap();
            return;
        }
        for (Undone one : Undone.values()) add(one, state.path(one.name()).asLong());
        changed = ImportTally.bitmap(
                Base64.getDecoder().decode(state.path("changed").asString()));
    }

    /** What is counted, beside the customers who stay. */
    enum Undone {
        CUSTOMERS_REMOVED,
        ORDERS_REMOVED,
        ORDERS_CHANGED,
        CONSENTS,
        LINES,
        PAYMENTS,
        PRODUCTS_REMOVED,
        PRODUCTS_CHANGED,
        PRODUCTS_KEPT,
        STOPS_LIFTED,
        STOPS_KEPT
    }

    void add(Undone what, long more) {
        counts.merge(what, more, Long::sum);
    }

    long get(Undone what) {
        return counts.getOrDefault(what, 0L);
    }

    /** All that was taken back so far, for telling that the work goes on. */
    long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    JsonNode state() {
        var state = JsonMapper.shared().createObjectNode();
        counts.forEach((what, count) -> state.put(what.name(), count));
        state.put("changed", Base64.getEncoder().encodeToString(ImportTally.bytes(changed)));
        return state;
    }
}
