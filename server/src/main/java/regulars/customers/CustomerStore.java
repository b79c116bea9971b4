package regulars.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.INTEGER;
import static schema.customers.Tables.CONTACT_POINT;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.SUBJECT_LINK;
import static schema.customers.Tables.SUBJECT_LINK_LOG;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.kernel.Actor;
import regulars.kernel.Batch;
import regulars.kernel.Sights;

/** Who is who: people, and which subjects are theirs. */
@Repository
class CustomerStore {
    private static final Field<Integer> HOME = coalesce(SUBJECT_LINK.HOME_NUMBER, SUBJECT_LINK.CUSTOMER_NUMBER);

    private final DSLContext dsl;
    private final Sights sights;
    private final RootStore roots;

    CustomerStore(DSLContext dsl, Sights sights) {
        this.dsl = dsl;
        this.sights = sights;
        this.roots = new RootStore(dsl);
    }

    /**
     * That a subject is a customer.
     *
     * @param home whose it would be without any merge; mostly the customer themselves
     */
    record Link(long subject, int customer, int home) {
        Link(long subject, int customer) {
            this(subject, customer, customer);
        }

        /** As it is kept: nothing where it says nothing. */
        @Nullable
        Integer otherHome() {
            return home == customer ? null : home;
        }
    }

    /** Who has the id, or whom they were merged into. */
    @Nullable
    CustomerRef find(UUID id) {
        var ref = active(CUSTOMER.ID.eq(id));
        if (ref != null) return ref;
        var into = dsl.select(CUSTOMER.MERGED_INTO)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.eq(id))
                .fetchOne(CUSTOMER.MERGED_INTO);
        return into == null
                ? null
                : active(CUSTOMER.NUMBER.in(roots.roots(List.of(into)).values()));
    }

    private @Nullable CustomerRef active(Condition which) {
        return dsl.select(CUSTOMER.NUMBER, CUSTOMER.ID)
                .from(CUSTOMER)
                .where(which, CUSTOMER.STATE.eq("active"))
                .and(sights.current().admits(CUSTOMER.OWNER_ID))
                .fetchOne(row -> new CustomerRef(row.value1(), row.value2()));
    }

    /** Of those in sight. */
    Map<Integer, UUID> ids(Collection<Integer> numbers) {
        return dsl.select(CUSTOMER.NUMBER, CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.NUMBER.eq(any(numbers.toArray(Integer[]::new))))
                .and(sights.current().admits(CUSTOMER.OWNER_ID))
                .fetchMap(CUSTOMER.NUMBER, CUSTOMER.ID);
    }

    /** The numbers that the ids were given, whatever became of them. */
    Map<UUID, Integer> numbers(Collection<UUID> ids) {
        return dsl.select(CUSTOMER.ID, CUSTOMER.NUMBER)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.eq(any(ids.toArray(UUID[]::new))))
                .fetchMap(CUSTOMER.ID, CUSTOMER.NUMBER);
    }

    List<CustomerRef> present(Collection<Integer> numbers) {
        return dsl.select(CUSTOMER.NUMBER, CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.NUMBER.eq(any(numbers.toArray(Integer[]::new))))
                .and(CUSTOMER.STATE.eq("active"))
                .fetch(row -> new CustomerRef(row.value1(), row.value2()));
    }

    Map<Long, Integer> customersOf(Collection<Long> subjects) {
        return dsl.select(SUBJECT_LINK.SUBJECT_NUMBER, SUBJECT_LINK.CUSTOMER_NUMBER)
                .from(SUBJECT_LINK)
                .where(SUBJECT_LINK.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new))))
                .fetchMap(SUBJECT_LINK.SUBJECT_NUMBER, SUBJECT_LINK.CUSTOMER_NUMBER);
    }

    /** The links of those of the subjects that have one. */
    Map<Long, Link> links(Collection<Long> subjects) {
        return dsl.select(SUBJECT_LINK.SUBJECT_NUMBER, SUBJECT_LINK.CUSTOMER_NUMBER, HOME)
                .from(SUBJECT_LINK)
                .where(SUBJECT_LINK.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new))))
                .fetchMap(SUBJECT_LINK.SUBJECT_NUMBER, row -> new Link(row.value1(), row.value2(), row.value3()));
    }

    List<Long> subjects(int number) {
        return dsl.select(SUBJECT_LINK.SUBJECT_NUMBER)
                .from(SUBJECT_LINK)
                .where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(number))
                .fetch(SUBJECT_LINK.SUBJECT_NUMBER);
    }

    /** Whose each address is; of several people, the one known longest. */
    Map<String, Integer> ownersOf(String kind, Collection<String> addresses) {
        var oldest = min(SUBJECT_LINK.CUSTOMER_NUMBER);
        return dsl.select(CONTACT_POINT.NORMALISED, oldest)
                .from(CONTACT_POINT)
                .join(SUBJECT_LINK)
                .on(SUBJECT_LINK.SUBJECT_NUMBER.eq(CONTACT_POINT.SUBJECT_NUMBER))
                .where(CONTACT_POINT.KIND.eq(kind))
                .and(CONTACT_POINT.NORMALISED.eq(any(addresses.toArray(String[]::new))))
                .groupBy(CONTACT_POINT.NORMALISED)
                .fetchMap(CONTACT_POINT.NORMALISED, oldest);
    }

    /** All whose each address is, the one known longest first. */
    Map<String, List<Acquaintance>> acquaintances(String kind, Collection<String> addresses) {
        var confirmed = max(CONTACT_POINT.CONFIRMED_AT);
        var home = min(HOME);
        return dsl.select(
                        CONTACT_POINT.NORMALISED,
                        CUSTOMER.NUMBER,
                        home,
                        CUSTOMER.GIVEN_NAME,
                        CUSTOMER.FULL_NAME,
                        confirmed)
                .from(CONTACT_POINT)
                .join(SUBJECT_LINK)
                .on(SUBJECT_LINK.SUBJECT_NUMBER.eq(CONTACT_POINT.SUBJECT_NUMBER))
                .join(CUSTOMER)
                .on(CUSTOMER.NUMBER.eq(SUBJECT_LINK.CUSTOMER_NUMBER))
                .where(CONTACT_POINT.KIND.eq(kind))
                .and(CONTACT_POINT.NORMALISED.eq(any(addresses.toArray(String[]::new))))
                .groupBy(CONTACT_POINT.NORMALISED, CUSTOMER.NUMBER)
                .orderBy(CONTACT_POINT.NORMALISED, CUSTOMER.NUMBER)
                .fetchGroups(
                        CONTACT_POINT.NORMALISED,
                        row -> new Acquaintance(
                                row.value2(), row.value3(), new PersonNames(row.value4(), row.value5()), row.value6()));
    }

    /** Links those of the subjects that are not linked yet, and logs it. */
    void link(List<Link> links, String reason, Actor actor, Instant now) {
        if (links.isEmpty()) return;
        var input = Batch.of("input", links)
                .column("subject", BIGINT, Link::subject)
                .column("customer", INTEGER, Link::customer)
                .column("home", INTEGER, Link::otherHome);
        var added = dsl.insertInto(
                        SUBJECT_LINK,
                        SUBJECT_LINK.SUBJECT_NUMBER,
                        SUBJECT_LINK.CUSTOMER_NUMBER,
                        SUBJECT_LINK.HOME_NUMBER,
                        SUBJECT_LINK.LINKED_AT)
                .select(select(
                                input.<Long>field("subject"),
                                input.<Integer>field("customer"),
                                input.<Integer>field("home"),
                                val(now))
                        .from(input.table()))
                .onConflictDoNothing()
                .returningResult(SUBJECT_LINK.SUBJECT_NUMBER, SUBJECT_LINK.CUSTOMER_NUMBER)
                .fetch(row -> new Link(row.value1(), row.value2()));
        log(added, reason, actor, now);
    }

    /** The same of subjects of which it is known that nobody has linked them, nor can until the transaction ends. */
    void linkUnlinked(List<Link> links, String reason, Actor actor, Instant now) {
        Batch.of("input", links)
                .column(SUBJECT_LINK.SUBJECT_NUMBER, Link::subject)
                .column(SUBJECT_LINK.CUSTOMER_NUMBER, Link::customer)
                .column(SUBJECT_LINK.HOME_NUMBER, Link::otherHome)
                .column(SUBJECT_LINK.LINKED_AT, link -> now)
                .copyInto(dsl, SUBJECT_LINK);
        log(links, reason, actor, now);
    }

    private void log(List<Link> links, String reason, Actor actor, Instant now) {
        Batch.of("input", links)
                .column(SUBJECT_LINK_LOG.SUBJECT_NUMBER, Link::subject)
                .column(SUBJECT_LINK_LOG.CUSTOMER_NUMBER, Link::customer)
                .column(SUBJECT_LINK_LOG.REASON, link -> reason)
                .column(SUBJECT_LINK_LOG.ACTOR, link -> actor.toString())
                .column(SUBJECT_LINK_LOG.AT, link -> now)
                .copyInto(dsl, SUBJECT_LINK_LOG);
    }
}
