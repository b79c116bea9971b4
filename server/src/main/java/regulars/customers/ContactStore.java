package regulars.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BLOB;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.customers.Tables.CONTACT_POINT;
import static schema.customers.Tables.SUBJECT_LINK;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import regulars.kernel.Batch;

/** The addresses of people. */
@Repository
class ContactStore {
    private static final List<ProfileField> KINDS = List.of(ProfileField.EMAIL, ProfileField.PHONE);

    private final DSLContext dsl;
    private final AddressHash hash;

    ContactStore(DSLContext dsl, AddressHash hash) {
        this.dsl = dsl;
        this.hash = hash;
    }

    private record Slot(long subject, ProfileField kind, String normalised) implements Comparable<Slot> {
        private static final Comparator<Slot> ORDER = Comparator.comparingLong(Slot::subject)
                .thenComparing(Slot::kind)
                .thenComparing(Slot::normalised);

        @Override
        public int compareTo(Slot other) {
            return ORDER.compare(this, other);
        }
    }

    private record Contact(Slot slot, String value, long recordId) {}

    /** Notes the addresses that the records name: new, or seen again. */
    void confirm(int source, List<IntakeEntry> entries, Instant now) {
        var contacts = new TreeMap<Slot, Contact>();
        for (IntakeEntry entry : entries) {
            for (ProfileField kind : KINDS) {
                var address = entry.person().value(kind);
                if (address == null) continue;
                var slot = new Slot(entry.subject(), kind, address);
                var given = entry.person().given().getOrDefault(kind, address);
                contacts.put(slot, new Contact(slot, given, Objects.requireNonNull(entry.recordId())));
            }
        }
        if (contacts.isEmpty()) return;
        var known = withContacts(
                contacts.keySet().stream().map(Slot::subject).distinct().toArray(Long[]::new));
        var met = contacts.values().stream()
                .collect(Collectors.partitioningBy(contact -> known.contains(contact.slot.subject)));
        upsert(source, Objects.requireNonNull(met.get(true)), now);
        add(source, Objects.requireNonNull(met.get(false)), now);
    }

    private Set<Long> withContacts(Long[] subjects) {
        return dsl.selectDistinct(CONTACT_POINT.SUBJECT_NUMBER)
                .from(CONTACT_POINT)
                .where(CONTACT_POINT.SUBJECT_NUMBER.eq(any(subjects)))
                .fetchSet(CONTACT_POINT.SUBJECT_NUMBER);
    }

    /** Of subjects that have none yet. */
    private void add(int source, List<Contact> contacts, Instant now) {
        Batch.of("input", contacts)
                .column(CONTACT_POINT.SUBJECT_NUMBER, contact -> contact.slot.subject)
                .column(CONTACT_POINT.SOURCE_RECORD_ID, Contact::recordId)
                .column(CONTACT_POINT.SOURCE_ID, contact -> source)
                .column(CONTACT_POINT.KIND, contact -> contact.slot.kind.key())
                .column(CONTACT_POINT.VALUE, Contact::value)
                .column(CONTACT_POINT.NORMALISED, contact -> contact.slot.normalised)
                .column(CONTACT_POINT.ADDRESS_HASH, contact -> hash.of(contact.slot.normalised))
                .column(CONTACT_POINT.FIRST_SEEN_AT, contact -> now)
                .column(CONTACT_POINT.CONFIRMED_AT, contact -> now)
                .copyInto(dsl, CONTACT_POINT);
    }

    private void upsert(int source, List<Contact> contacts, Instant now) {
        if (contacts.isEmpty()) return;
        var input = Batch.of("input", contacts)
                .column("subject", BIGINT, contact -> contact.slot.subject)
                .column("kind", VARCHAR, contact -> contact.slot.kind.key())
                .column("value", VARCHAR, Contact::value)
                .column("normalised", VARCHAR, contact -> contact.slot.normalised)
                .column("hash", BLOB, contact -> hash.of(contact.slot.normalised))
                .column("record", BIGINT, Contact::recordId);
        dsl.insertInto(
                        CONTACT_POINT,
                        CONTACT_POINT.SUBJECT_NUMBER,
                        CONTACT_POINT.SOURCE_RECORD_ID,
                        CONTACT_POINT.SOURCE_ID,
                        CONTACT_POINT.KIND,
                        CONTACT_POINT.VALUE,
                        CONTACT_POINT.NORMALISED,
                        CONTACT_POINT.ADDRESS_HASH,
                        CONTACT_POINT.FIRST_SEEN_AT,
                        CONTACT_POINT.CONFIRMED_AT)
                .select(select(
                                input.<Long>field("subject"),
                                input.<Long>field("record"),
                                val(source),
                                input.<String>field("kind"),
                                input.<String>field("value"),
                                input.<String>field("normalised"),
                                input.<byte[]>field("hash"),
                                val(now),
                                val(now))
                        .from(input.table()))
                .onConflict(CONTACT_POINT.SUBJECT_NUMBER, CONTACT_POINT.KIND, CONTACT_POINT.NORMALISED)
                .doUpdate()
                .set(CONTACT_POINT.CONFIRMED_AT, now)
                .execute();
    }

    /** Hashes some of the addresses that came before there were hashes; tells how many. */
    int hashSome(int limit) {
        var bare = dsl.select(CONTACT_POINT.ID, CONTACT_POINT.NORMALISED)
                .from(CONTACT_POINT)
                .where(CONTACT_POINT.ADDRESS_HASH.isNull())
                .limit(limit)
                .fetch();
        var input = Batch.of("input", bare)
                .column("id", BIGINT, row -> row.value1())
                .column("hash", BLOB, row -> hash.of(row.value2()));
        if (bare.isNotEmpty()) {
            dsl.update(CONTACT_POINT)
                    .set(CONTACT_POINT.ADDRESS_HASH, input.<byte[]>field("hash"))
                    .from(input.table())
                    .where(CONTACT_POINT.ID.eq(input.<Long>field("id")))
                    .execute();
        }
        return bare.size();
    }

    /** The addresses of a kind that are in use, of those of the customers who have any. */
    Map<Integer, List<String>> inUse(Collection<Integer> customers, ProfileField kind) {
        return dsl.select(SUBJECT_LINK.CUSTOMER_NUMBER, CONTACT_POINT.NORMALISED)
                .from(CONTACT_POINT)
                .join(SUBJECT_LINK)
                .on(SUBJECT_LINK.SUBJECT_NUMBER.eq(CONTACT_POINT.SUBJECT_NUMBER))
                .where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(any(customers.toArray(Integer[]::new))))
                .and(CONTACT_POINT.KIND.eq(kind.key()))
                .and(CONTACT_POINT.VALIDITY.ne("invalid"))
                .fetchGroups(SUBJECT_LINK.CUSTOMER_NUMBER, CONTACT_POINT.NORMALISED);
    }

    /** Tells the customers whose address it was. */
    Set<Integer> markInvalid(String kind, String normalised, String reason) {
        var subjects = dsl.update(CONTACT_POINT)
                .set(CONTACT_POINT.VALIDITY, "invalid")
                .set(CONTACT_POINT.INVALID_REASON, reason)
                .where(CONTACT_POINT.KIND.eq(kind))
                .and(CONTACT_POINT.NORMALISED.eq(normalised))
                .and(CONTACT_POINT.VALIDITY.ne("invalid"))
                .returningResult(CONTACT_POINT.SUBJECT_NUMBER)
                .fetchSet(CONTACT_POINT.SUBJECT_NUMBER);
        return dsl.selectDistinct(SUBJECT_LINK.CUSTOMER_NUMBER)
                .from(SUBJECT_LINK)
                .where(SUBJECT_LINK.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new))))
                .fetchSet(SUBJECT_LINK.CUSTOMER_NUMBER);
    }

    /** Whether there was one in use. */
    boolean withdraw(Collection<Long> subjects, String kind, String value, String reason) {
        return dsl.update(CONTACT_POINT)
                        .set(CONTACT_POINT.VALIDITY, "invalid")
                        .set(CONTACT_POINT.INVALID_REASON, reason)
                        .where(CONTACT_POINT.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new))))
                        .and(CONTACT_POINT.KIND.eq(kind))
                        .and(CONTACT_POINT.VALUE.eq(value).or(CONTACT_POINT.NORMALISED.eq(value)))
                        .and(CONTACT_POINT.VALIDITY.ne("invalid"))
                        .execute()
                > 0;
    }

    void restore(Collection<Long> subjects, String kind, String normalised, String reason) {
        dsl.update(CONTACT_POINT)
                .set(CONTACT_POINT.VALIDITY, "unchecked")
                .setNull(CONTACT_POINT.INVALID_REASON)
                .where(CONTACT_POINT.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new))))
                .and(CONTACT_POINT.KIND.eq(kind))
                .and(CONTACT_POINT.NORMALISED.eq(normalised))
                .and(CONTACT_POINT.INVALID_REASON.eq(reason))
                .execute();
    }

    /** Takes all addresses of a kind out of use that the customers have. */
    void withdrawOf(Collection<Integer> customers, ProfileField kind, String reason) {
        dsl.update(CONTACT_POINT)
                .set(CONTACT_POINT.VALIDITY, "invalid")
                .set(CONTACT_POINT.INVALID_REASON, reason)
                .from(SUBJECT_LINK)
                .where(SUBJECT_LINK.SUBJECT_NUMBER.eq(CONTACT_POINT.SUBJECT_NUMBER))
                .and(SUBJECT_LINK.CUSTOMER_NUMBER.eq(any(customers.toArray(Integer[]::new))))
                .and(CONTACT_POINT.KIND.eq(kind.key()))
                .and(CONTACT_POINT.VALIDITY.ne("invalid"))
                .execute();
    }
}
