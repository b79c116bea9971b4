package regulars.segments;

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

/** Who is in a segment. */
@RestController
@RequestMapping("/api/v1")
@Needs(Permission.CUSTOMERS_READ)
class SegmentMembersController {
    private static final int LARGEST_PAGE = 200;

    private final Segments segments;
    private final RulePeople people;
    private final Customers customers;
    private final RuleSight sight;
    private final PastMembers past;

    SegmentMembersController(
            Segments segments, RulePeople people, Customers customers, RuleSight sight, PastMembers past) {
        this.sight = sight;
        this.segments = segments;
        this.people = people;
        this.customers = customers;
        this.past = past;
    }

    /**
     * @param asOf as they were at the end of this day; absent means now
     * @param part with a day: who came or went since
     */
    @GetMapping("/segments/{id}/members")
    SegmentMemberPage members(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "THEN") MemberPart part,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        sight.require(segments.get(id).rule());
        var members = past.members(id, asOf, part);
        var numbers = page(members, after == null ? 0 : customers.find(after).number() + 1, size);
        var next = numbers.size() < size ? null : customers.ids(numbers).get(numbers.getLast());
        return new SegmentMemberPage(people.members(numbers), next);
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

    record CustomerSegments(List<SegmentName> items) {}

    record SegmentName(UUID id, String name) {}
}
