package regulars.segments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A small base as plain values, from which the mirror is filled and which the naive evaluator reads. */
record World(
        Instant asOf,
        ZoneId zone,
        Set<String> counting,
        Map<String, ValueType> attributes,
        Map<UUID, Rule> segments,
        Set<Stop> stops,
        List<Company> companies,
        List<Person> people) {
    record Person(
            int number,
            boolean active,
            @Nullable String language,
            @Nullable String country,
            @Nullable String region,
            @Nullable String city,
            @Nullable String district,
            @Nullable String sex,
            @Nullable String zone,
            @Nullable UUID owner,
            @Nullable String firstSource,
            @Nullable String lastSource,
            @Nullable LocalDate birthDate,
            Instant createdAt,
            List<Subject> subjects) {
        boolean on(UUID list) {
            return subjects.stream().anyMatch(subject -> subject.lists().contains(list));
        }

        /** The address that messages go to: the first usable one. */
        @Nullable
        String best(ContactKind kind) {
            return subjects.stream()
                    .flatMap(subject -> subject.contacts().stream())
                    .filter(contact ->
                            contact.kind() == kind && !contact.validity().equals("invalid"))
                    .map(Contact::normalised)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** An address that gets nothing on a channel. */
    record Stop(String channel, String address) {}

    /** An id of a person, and what is known under it. */
    record Subject(
            long number,
            List<OwnValue> values,
            List<Thing> things,
            List<Post> posts,
            List<Contact> contacts,
            List<Said> said,
            List<Order> orders,
            List<Event> events,
            Set<UUID> lists) {}

    /** What somebody did; a property is a text, a number, yes or no, a list or null. */
    record Event(String type, Instant at, Map<String, @Nullable Object> properties) {}

    /** An object with its values by field; a field that is missing is unknown. */
    record Thing(long number, String type, boolean deleted, Map<String, Object> values) {}

    /** A company that people have to do with, with its own objects; it may be below another one. */
    record Company(
            int number,
            @Nullable String name,
            @Nullable String country,
            @Nullable String size,
            @Nullable String industry,
            @Nullable Integer parent,
            boolean deleted,
            List<Thing> things) {}

    /** What somebody is in a company, by its number. */
    record Post(int company, @Nullable String position, boolean decisionMaker, boolean endUser, boolean payer) {}

    /** A value of the company's own field; null was cleared. */
    record OwnValue(long id, String key, @Nullable Object value, Instant givenAt) {}

    record Contact(ContactKind kind, String normalised, String validity) {}

    record Said(String channel, String purpose, boolean granted, boolean imported, Instant givenAt) {}

    record Order(
            Instant placedAt,
            String status,
            long total,
            long shipping,
            long revenue,
            @Nullable String paymentMethod,
            int source,
            List<Line> lines) {}

    record Line(@Nullable Product product, long amount) {}

    record Product(
            long number,
            UUID id,
            @Nullable String category,
            @Nullable String brand) {}
}
