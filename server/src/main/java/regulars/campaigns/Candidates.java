package regulars.campaigns;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import regulars.campaigns.effect.ControlGroup;
import regulars.channels.NewMessage;
import regulars.channels.Reason;
import regulars.customers.Customers;
import regulars.customers.Recipient;
import regulars.kernel.Ids;

/** Makes the members of an audience into recipients before the gate, a thousand at a time. */
@Component
class Candidates {
    static final int CHUNK = 1_000;

    private final Customers customers;
    private final CandidateStore store;
    private final InstantSource clock;

    Candidates(Customers customers, CandidateStore store, InstantSource clock) {
        this.customers = customers;
        this.store = store;
        this.clock = clock;
    }

    /** The members above {@code after}, in the order of their numbers, in chunks. */
    static Iterator<List<Integer>> chunks(RoaringBitmap members, int after) {
        var numbers = members.getIntIterator();
        if (after >= 0) numbers.advanceIfNeeded(after + 1);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return numbers.hasNext();
            }

            @Override
            public List<Integer> next() {
                if (!numbers.hasNext()) throw new NoSuchElementException();
                var chunk = new ArrayList<Integer>(CHUNK);
                while (numbers.hasNext() && chunk.size() < CHUNK) chunk.add(numbers.next());
                return chunk;
            }
        };
    }

    /** The erased and the merged among the numbers are left out. */
    List<NewMessage> of(UUID campaign, double controlShare, Collection<Integer> numbers) {
        var control = new ControlGroup(campaign, controlShare);
        var people = customers.recipients(numbers);
        var unreachable = people.stream()
                .filter(person -> person.email() == null)
                .map(Recipient::number)
                .toList();
        Set<Integer> invalid = unreachable.isEmpty() ? Set.of() : store.withSomeEmail(unreachable);
        return people.stream()
                .map(person -> new NewMessage(
                        Ids.next(clock.instant()),
                        person.number(),
                        person.subjectNumber(),
                        person.email(),
                        reason(person, control, invalid)))
                .collect(Collectors.toList());
    }

    private static @Nullable Reason reason(Recipient person, ControlGroup control, Set<Integer> invalid) {
        if (person.email() == null) return invalid.contains(person.number()) ? Reason.INVALID_ADDRESS : null;
        return control.holds(person.number()) ? Reason.CONTROL_GROUP : null;
    }
}
