package regulars.customers;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import regulars.kernel.Actor;

/** A custom attribute of many customers. */
@Component
class AttributeBulk implements BulkKind {
    private final BulkEdits edits;
    private final BulkReadStore store;
    private final RecipientStore known;
    private final Attributes attributes;

    AttributeBulk(BulkEdits edits, BulkReadStore store, RecipientStore known, Attributes attributes) {
        this.edits = edits;
        this.store = store;
        this.known = known;
        this.attributes = attributes;
    }

    @Override
    public String code() {
        return "attribute";
    }

    @Override
    public BulkChange settle(BulkChange asked, boolean dry) {
        var parsed = attributes.values(Map.of(asked.key(), asked.value())).values();
        var value = parsed.iterator().next();
        return new BulkChange(code(), asked.key(), value == null ? "" : text(value), "");
    }

    @Override
    public Map<Integer, Boolean> alreadySo(Collection<Integer> numbers, BulkChange change) {
        return edits.alreadySo(numbers, place(change.key()), change.value());
    }

    @Override
    public List<BulkItem> apply(List<Integer> numbers, BulkChange change, Actor actor) {
        return edits.apply(numbers, place(change.key()), change.value(), actor);
    }

    @Override
    public Set<Integer> restore(List<BulkItem> items, BulkChange change, Actor actor) {
        return edits.restore(items, place(change.key()), actor);
    }

    private BulkEdits.Place place(String attribute) {
        var parsed = new HashMap<String, Map<Attribute, @Nullable Object>>();
        return new BulkEdits.Place(
                numbers -> texts(numbers, attribute),
                numbers -> store.lastWords(numbers, attribute),
                (key, value) -> new IncomingCustomer(
                        key,
                        Map.of(),
                        Map.of(),
                        parsed.computeIfAbsent(
                                value == null ? "" : value, text -> attributes.values(Map.of(attribute, text))),
                        Map.of()));
    }

    private Map<Integer, String> texts(Collection<Integer> numbers, String attribute) {
        var texts = new HashMap<Integer, String>();
        known.attribute(numbers, attribute).forEach((number, value) -> texts.put(number, text(value)));
        return texts;
    }

    /** One text for one value: a number without trailing zeros or an exponent, a list as its lines. */
    private static String text(Object value) {
        if (value instanceof List<?> items)
            return items.stream().map(String::valueOf).collect(joining("\n"));
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
    }
}
