package regulars.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.HAND_OVER;
import static schema.customers.Tables.SUBJECT_LINK;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Actor;

/** Whose customers people are, and the hand-overs that made it so. */
@Repository
class OwnerStore {
    private static final TimelineQuestion.Source<Long> ENTRIES =
            new TimelineQuestion.Source<>(HAND_OVER, HAND_OVER.SUBJECT_NUMBER, HAND_OVER.AT, HAND_OVER.ID);

    private final DSLContext dsl;
    private final InstantSource clock;

    OwnerStore(DSLContext dsl, InstantSource clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /**
     * @param from whose they were, as actors are kept; null of nobody
     * @param to whose they became
     */
    record HandOver(
            long id, @Nullable String from, @Nullable String to, String actor, Instant at) {
        Stream<String> people() {
            return Stream.of(Optional.ofNullable(from), Optional.ofNullable(to), Optional.of(actor))
                    .flatMap(Optional::stream);
        }
    }

    /** Whose each of those is that are still customers. */
    Map<Integer, Optional<UUID>> owners(Collection<Integer> numbers) {
        return dsl.select(CUSTOMER.NUMBER, CUSTOMER.OWNER_ID)
                .from(CUSTOMER)
                .where(CUSTOMER.NUMBER.eq(any(numbers.toArray(Integer[]::new))))
                .and(CUSTOMER.STATE.eq("active"))
                .fetchMap(CUSTOMER.NUMBER, row -> Optional.ofNullable(row.get(CUSTOMER.OWNER_ID)));
    }

    /** Makes them somebody's, or nobody's, and writes down of each whose they were; how many that changed. */
    @Transactional
    public int own(Collection<Integer> numbers, @Nullable UUID owner, Actor actor) {
        var others =
                CUSTOMER.NUMBER.eq(any(numbers.toArray(Integer[]::new))).and(CUSTOMER.OWNER_ID.isDistinctFrom(owner));
        dsl.insertInto(
                        HAND_OVER,
                        HAND_OVER.SUBJECT_NUMBER,
                        HAND_OVER.FROM_OWNER,
                        HAND_OVER.TO_OWNER,
                        HAND_OVER.ACTOR,
                        HAND_OVER.AT)
                .select(select(
                                min(SUBJECT_LINK.SUBJECT_NUMBER),
                                CUSTOMER.OWNER_ID,
                                val(owner, SQLDataType.UUID),
                                val(actor.toString()),
                                val(clock.instant()))
                        .from(CUSTOMER)
                        .join(SUBJECT_LINK)
                        .on(SUBJECT_LINK.CUSTOMER_NUMBER.eq(CUSTOMER.NUMBER))
                        .where(others)
                        .groupBy(CUSTOMER.NUMBER))
                .execute();
        return dsl.update(CUSTOMER).set(CUSTOMER.OWNER_ID, owner).where(others).execute();
    }

    /** All who had a part in hand-overs of the customer, as actors are kept. */
    Set<String> people(CustomerSubjects customer) {
        var people = new HashSet<String>();
        dsl.selectFrom(HAND_OVER)
                .where(HAND_OVER.SUBJECT_NUMBER.eq(any(customer.subjects().toArray(Long[]::new))))
                .forEach(row -> handOver(row.getId(), row.getFromOwner(), row.getToOwner(), row.getActor(), row.getAt())
                        .people()
                        .forEach(people::add));
        return people;
    }

    /** @param mentioned one of these people had a part in them; null for all */
    List<HandOver> latest(TimelineQuestion question, @Nullable Set<String> mentioned) {
        var id = HAND_OVER.ID.cast(VARCHAR).collate("C");
        var wanted = noCondition();
        if (mentioned != null) {
            var accounts = mentioned.stream()
                    .filter(one -> one.startsWith("user:"))
                    .map(one -> UUID.fromString(one.substring("user:".length())))
                    .toList();
            wanted = HAND_OVER
                    .FROM_OWNER
                    .in(accounts)
                    .or(HAND_OVER.TO_OWNER.in(accounts))
                    .or(HAND_OVER.ACTOR.in(mentioned));
        }
        return dsl.select(HAND_OVER.ID, HAND_OVER.FROM_OWNER, HAND_OVER.TO_OWNER, HAND_OVER.ACTOR, HAND_OVER.AT)
                .from(HAND_OVER)
                .where(question.newest(ENTRIES, wanted))
                .orderBy(HAND_OVER.AT.desc(), id)
                .limit(question.limit())
                .fetch(row -> handOver(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    private static HandOver handOver(long id, @Nullable UUID from, @Nullable UUID to, String actor, Instant at) {
        return new HandOver(id, person(from), person(to), actor, at);
    }

    private static @Nullable String person(@Nullable UUID account) {
        return account == null ? null : new Actor("user", account.toString()).toString();
    }
}
