package regulars.segments;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import regulars.customers.Recipient;

/** A customer in a list of members. */
public record SegmentMember(
        UUID id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String city) {
    static SegmentMember of(Recipient person) {
        return new SegmentMember(person.id(), person.fullName(), person.email(), person.phone(), person.city());
    }
}
