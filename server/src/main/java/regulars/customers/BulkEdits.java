package regulars.customers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import regulars.collect.SubjectKey;
import regulars.kernel.Actor;

/**
 * One value of many customers, written as if each had been edited by hand: a record each, so the history shows it, and
 * the last record that speaks of the value tells whether it was changed since.
 */
@Component
class BulkEdits {
    private final CustomerIntake intake;
    private final Customers customers;

    BulkEdits(CustomerIntake intake, Customers customers) {
        this.intake = intake;
        this.customers = customers;
    }

    /** What a kind says of one customer, by the value as text; null clears. */
    interface Wording {
        IncomingCustomer say(SubjectKey key, @Nullable String value);
    }

    /** Where a value is: who has which, and who said so last. */
    record Place(
            Function<Collection<Integer>, Map<Integer, String>> values,
            Function<Collection<Integer>, Map<Integer, Long>> lastWords,
            Wording wording) {}

    /** @param value empty for none */
    Map<Integer, Boolean> alreadySo(Collection<Integer> numbers, Place place, String value) {
        var known = place.values().apply(numbers);
        var already = new HashMap<Integer, Boolean>();
        for (CustomerRef one : customers.present(numbers))
            already.put(one.number(), known.getOrDefault(one.number(), "").equals(value));
        return already;
    }

    List<BulkItem> apply(List<Integer> numbers, Place place, String value, Actor actor) {
        var former = place.values().apply(numbers);
        var saying = new LinkedHashMap<Integer, @Nullable String>();
        for (Integer number : numbers) saying.put(number, value.isEmpty() ? null : value);
        say(saying, place, actor);
        var words = place.lastWords().apply(numbers);
        var items = new ArrayList<BulkItem>();
        for (Integer number : numbers)
            items.add(new BulkItem(number, former.get(number), words.getOrDefault(number, 0L)));
        return items;
    }

    Set<Integer> restore(List<BulkItem> items, Place place, Actor actor) {
        var numbers = items.stream().map(BulkItem::customer).toList();
        var words = place.lastWords().apply(numbers);
        var active = new HashSet<Integer>();
        customers.present(numbers).forEach(one -> active.add(one.number()));
        var saying = new LinkedHashMap<Integer, @Nullable String>();
        for (BulkItem item : items) {
            boolean last = words.getOrDefault(item.customer(), 0L) == item.word();
            if (last && active.contains(item.customer())) saying.put(item.customer(), item.former());
        }
        say(saying, place, actor);
        return saying.keySet();
    }

    private void say(Map<Integer, @Nullable String> values, Place place, Actor actor) {
        if (values.isEmpty()) return;
        var said = new LinkedHashMap<CustomerRef, IncomingCustomer>();
        for (CustomerRef one : customers.present(values.keySet())) {
            var key = SubjectKey.manual(one.id().toString());
            said.put(one, place.wording().say(key, values.get(one.number())));
        }
        intake.editAll(intake.origin(CustomerEdits.BY_HAND, "manual", actor), said);
    }
}
