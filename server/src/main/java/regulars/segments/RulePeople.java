package regulars.segments;

import java.util.List;
import org.springframework.stereotype.Service;
import regulars.customers.Customers;

/** Customers by their numbers, as the caller may see them. */
@Service
class RulePeople {
    private final Customers customers;

    RulePeople(Customers customers) {
        this.customers = customers;
    }

    List<SegmentMember> members(List<Integer> numbers) {
        var ids = customers.externalIds(numbers);
        return customers.shown(numbers).stream()
                .map(person -> SegmentMember.of(person, ids.getOrDefault(person.number(), List.of())))
                .toList();
    }
}
