package regulars.duplicates;

import static schema.collect.Tables.SUBJECT;
import static schema.customers.Tables.ATTRIBUTE;
import static schema.customers.Tables.ATTRIBUTE_CURRENT;
import static schema.customers.Tables.CONTACT_POINT;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.SUBJECT_LINK;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import regulars.duplicates.model.Facts;
import regulars.duplicates.model.Facts.Place;
import regulars.duplicates.model.Search;
import regulars.warehouse.Warehouse;

/** Everybody as the mirror has them, some thousands at a time. */
@Component
class MirrorPeople implements Search.Source {
    private static final int AT_A_TIME = 50_000;
    private static final String ROW_WITHOUT_ID = "row:";

    /** Fields of one's own that are part of an address, by the keys that people give them. */
    private static final Map<String, String> PARTS_OF_PLACES = Map.ofEntries(
            Map.entry("street", "street"),
            Map.entry("address", "street"),
            Map.entry("street_address", "street"),
            Map.entry("house", "house"),
            Map.entry("house_number", "house"),
            Map.entry("building", "house"),
            Map.entry("postcode", "postcode"),
            Map.entry("postal_code", "postcode"),
            Map.entry("post_code", "postcode"),
            Map.entry("post_index", "postcode"),
            Map.entry("zip", "postcode"),
            Map.entry("zip_code", "postcode"));

    private final Warehouse warehouse;

    MirrorPeople(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    long count() {
        return warehouse.readWhole(db -> db.fetchCount(CUSTOMER, CUSTOMER.STATE.eq("active")));
    }

    /** Whose data changed since. */
    RoaringBitmap changedSince(Instant since) {
        return warehouse.readWhole(db -> {
            var changed = new RoaringBitmap();
            try (var rows = db.select(CUSTOMER.NUMBER)
                    .from(CUSTOMER)
                    .where(CUSTOMER.STATE.eq("active"), CUSTOMER.UPDATED_AT.ge(since))
                    .fetchLazy()) {
                rows.forEach(row -> changed.add(row.value1()));
            }
            return changed;
        });
    }

    @Override
    public void forEach(Consumer<Facts> each) {
        int from = 0;
        while (true) {
            int first = from;
            var people = warehouse.readWhole(db -> some(db, first));
            if (people.isEmpty()) return;
            people.forEach(each);
            from = people.getLast().number() + 1;
        }
    }

    private static List<Facts> some(DSLContext db, int first) {
        var rows = db.select(
                        CUSTOMER.NUMBER,
                        CUSTOMER.GIVEN_NAME,
                        CUSTOMER.FAMILY_NAME,
                        CUSTOMER.MIDDLE_NAME,
                        CUSTOMER.FULL_NAME,
                        CUSTOMER.BIRTH_DATE,
                        CUSTOMER.SEX,
                        CUSTOMER.CITY,
                        CUSTOMER.DISTRICT,
                        CUSTOMER.REGION)
                .from(CUSTOMER)
                .where(CUSTOMER.STATE.eq("active"), CUSTOMER.NUMBER.ge(first))
                .orderBy(CUSTOMER.NUMBER)
                .limit(AT_A_TIME)
                .fetch();
        if (rows.isEmpty()) return List.of();
        var span = new Span(first, rows.getLast().value1());
        var emails = addresses(db, span, "email");
        var phones = addresses(db, span, "phone");
        var externals = externals(db, span);
        var places = places(db, span);
        List<Facts> people = new ArrayList<>(rows.size());
        for (var row : rows) {
            int number = row.value1();
            people.add(new Facts(
                    number,
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    written(row.value6()),
                    row.value7(),
                    emails.getOrDefault(number, List.of()),
                    phones.getOrDefault(number, List.of()),
                    place(row, places.getOrDefault(number, Map.of())),
                    externals.getOrDefault(number, List.of())));
        }
        return people;
    }

    /** @param last inclusive */
    private record Span(int first, int last) {}

    private static Map<Integer, List<String>> addresses(DSLContext db, Span span, String kind) {
        var customer = Warehouse.customer(CONTACT_POINT);
        return grouped(db.select(customer, CONTACT_POINT.NORMALISED)
                .from(CONTACT_POINT)
                .where(CONTACT_POINT.KIND.eq(kind), customer.between(span.first(), span.last()))
                .orderBy(CONTACT_POINT.ID.desc())
                .fetchArray());
    }

    private static Map<Integer, List<String>> externals(DSLContext db, Span span) {
        return grouped(db.select(
                        SUBJECT_LINK.CUSTOMER_NUMBER, SUBJECT.SPACE.concat(":").concat(SUBJECT.VALUE))
                .from(SUBJECT_LINK)
                .join(SUBJECT)
                .on(SUBJECT.NUMBER.eq(SUBJECT_LINK.SUBJECT_NUMBER))
                .where(SUBJECT_LINK.CUSTOMER_NUMBER.between(span.first(), span.last()))
                .and(SUBJECT.KIND.eq("external"))
                .and(SUBJECT.VALUE.startsWith(ROW_WITHOUT_ID).not())
                .orderBy(SUBJECT.NUMBER)
                .fetchArray());
    }

    private static Map<Integer, List<String>> grouped(Record[] rows) {
        Map<Integer, List<String>> grouped = new HashMap<>();
        for (var row : rows) {
            grouped.computeIfAbsent(row.get(0, Integer.class), any -> new ArrayList<>(2))
                    .add(row.get(1, String.class));
        }
        return grouped;
    }

    private static Map<Integer, Map<String, String>> places(DSLContext db, Span span) {
        var customer = Warehouse.customer(ATTRIBUTE_CURRENT);
        Map<Integer, Map<String, String>> places = new HashMap<>();
        db.select(customer, ATTRIBUTE.KEY, ATTRIBUTE_CURRENT.TEXT_VALUE)
                .from(ATTRIBUTE_CURRENT)
                .join(ATTRIBUTE)
                .on(ATTRIBUTE.ID.eq(ATTRIBUTE_CURRENT.ATTRIBUTE_ID))
                .where(customer.between(span.first(), span.last()))
                .and(ATTRIBUTE.OBJECT_TYPE_ID.isNull())
                .and(ATTRIBUTE_CURRENT.TEXT_VALUE.isNotNull())
                .and(ATTRIBUTE.KEY.in(PARTS_OF_PLACES.keySet()))
                .orderBy(ATTRIBUTE_CURRENT.ID)
                .forEach(row -> places.computeIfAbsent(row.value1(), any -> new HashMap<>())
                        .put(PARTS_OF_PLACES.getOrDefault(row.value2(), row.value2()), row.value3()));
        return places;
    }

    private static Place place(Record row, Map<String, String> parts) {
        return new Place(
                parts.get("street"),
                parts.get("house"),
                parts.get("postcode"),
                row.get(CUSTOMER.CITY),
                row.get(CUSTOMER.DISTRICT),
                row.get(CUSTOMER.REGION));
    }

    private static @Nullable String written(@Nullable LocalDate date) {
        return date == null ? null : DateTimeFormatter.BASIC_ISO_DATE.format(date);
    }
}
