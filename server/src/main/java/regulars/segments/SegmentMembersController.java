package regulars.segments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import regulars.customers.Customers;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

/** Who is in a segment, and why. */
@RestController
@RequestMapping("/api/v1")
@Needs(Permission.CUSTOMERS_READ)
class SegmentMembersController {
    private static final int LARGEST_PAGE = 200;

    private final Segments segments;
    private final RulePreviews previews;
    private final RulePeople people;
    private final Customers customers;
    private final RuleSight sight;
    private final PastDays days;

    SegmentMembersController(
            Segments segments,
            RulePreviews previews,
            RulePeople people,
            Customers customers,
            RuleSight sight,
            PastDays days) {
        this.sight = sight;
        this.segments = segments;
        this.previews = previews;
        this.people = people;
        this.customers = customers;
        this.days = days;
    }

    /** @param asOf as they were at the end of this day; absent means now */
    @GetMapping("/segments/{id}/members")
    SegmentMemberPage members(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "50") int limit) {
        sight.require(segments.get(id).rule());
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        var members = asOf == null ? segments.members(id) : segments.members(id, days.end(asOf));
        var numbers = page(members, after == null ? 0 : customers.find(after).number() + 1, size);
        var next = numbers.size() < size ? null : customers.ids(numbers).get(numbers.getLast());
        return new SegmentMemberPage(people.members(numbers), next);
    }

    @GetMapping("/segments/{id}/why/{customerId}")
    SegmentWhy why(@PathVariable UUID id, @PathVariable UUID customerId) {
        var segment = segments.get(id);
        sight.require(segment.rule());
        var customer = customers.find(customerId);
        sight.read(customerId.toString(), segment.rule());
        var asOf = days.now();
        var answers = previews.why(segment.rule(), asOf, customer.number());
        boolean holds = !answers.isEmpty() && answers.getFirst().holds();
        var facts = previews.facts(segment.rule(), asOf, customer.number(), sight.fields());
        var entered = holds ? segments.entered(id, customer.number()) : null;
        return new SegmentWhy(id, customerId, holds, asOf, segment.rule(), answers, facts, entered);
    }

    @GetMapping("/customers/{id}/segments")
    CustomerSegments of(@PathVariable UUID id) {
        var customer = customers.find(id);
        return new CustomerSegments(segments.of(customer.number()).stream()
                .map(segments::get)
                .filter(segment -> sight.admits(segment.rule()))
                .map(segment -> new SegmentName(segment.id(), segment.name()))
                .sorted(Comparator.comparing(SegmentName::name))
                .toList());
    }

    private static List<Integer> page(RoaringBitmap members, int from, int size) {
        var cursor = members.getIntIterator();
        cursor.advanceIfNeeded(from);
        List<Integer> numbers = new ArrayList<>();
        while (cursor.hasNext() && numbers.size() < size) numbers.add(cursor.next());
        return numbers;
    }

    /** {@code next} is the {@code after} of the following page. */
    record SegmentMemberPage(
            List<SegmentMember> items, @Nullable UUID next) {}

    /** Whether a customer meets the rule at this moment, and the answer of every part of it. */
    record SegmentWhy(
            UUID segmentId,
            UUID customerId,
            boolean holds,
            Instant asOf,
            Rule rule,
            List<RuleAnswer> answers,
            List<RuleFacts> facts,
            @Nullable Entrance entered) {}

    record CustomerSegments(List<SegmentName> items) {}

    record SegmentName(UUID id, String name) {}
}
