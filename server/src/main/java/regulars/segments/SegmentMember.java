package regulars.segments;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import regulars.customers.ExternalId;
import regulars.customers.Recipient;

/**
 * A customer in a list of members.
 *
 * @param externalId what a source calls them
 */
public record SegmentMember(
        UUID id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String city,
        @Nullable ExternalId externalId) {
    static SegmentMember of(Recipient person, List<ExternalId> externalIds) {
        return new SegmentMember(
                person.id(),
                person.fullName(),
                person.email(),
                person.phone(),
                person.city(),
                externalIds.isEmpty() ? null : externalIds.getFirst());
    }
}
