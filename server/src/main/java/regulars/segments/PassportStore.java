package regulars.segments;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static schema.segments.Tables.PASSPORT;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Passports of segments, every version of them. */
@Repository
class PassportStore {
    private final DSLContext dsl;
    private final JsonMapper json;

    PassportStore(DSLContext dsl, JsonMapper json) {
        this.dsl = dsl;
        this.json = json;
    }

    record Kept(int version, Passport passport, String actor, Instant at) {}

    /** The newest first. */
    List<Kept> versions(UUID segment, int limit) {
        return dsl.selectFrom(PASSPORT)
                .where(PASSPORT.SEGMENT_ID.eq(segment))
                .orderBy(PASSPORT.VERSION.desc())
                .limit(limit)
                .fetch(row -> new Kept(row.getVersion(), read(row.getPassport()), row.getActor(), row.getAt()));
    }

    /** Those in force, by segment; one without a passport is left out. */
    Map<UUID, Passport> of(Collection<UUID> segments) {
        var other = PASSPORT.as("other");
        return dsl.select(PASSPORT.SEGMENT_ID, PASSPORT.PASSPORT_)
                .from(PASSPORT)
                .where(PASSPORT.SEGMENT_ID.in(segments))
                .and(PASSPORT.VERSION.eq(
                        select(max(other.VERSION)).from(other).where(other.SEGMENT_ID.eq(PASSPORT.SEGMENT_ID))))
                .fetchMap(PASSPORT.SEGMENT_ID, row -> read(row.value2()));
    }

    /** False when somebody else has meanwhile added this version. */
    boolean add(UUID segment, Kept next) {
        return dsl.insertInto(PASSPORT)
                        .set(PASSPORT.SEGMENT_ID, segment)
                        .set(PASSPORT.VERSION, next.version())
                        .set(PASSPORT.PASSPORT_, JSONB.valueOf(json.writeValueAsString(next.passport())))
                        .set(PASSPORT.ACTOR, next.actor())
                        .set(PASSPORT.AT, next.at())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private Passport read(JSONB passport) {
        return json.readValue(passport.data(), Passport.class);
    }
}
