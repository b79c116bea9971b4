package regulars.consent;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BLOB;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.consent.Tables.SUPPRESSION;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;
import regulars.customers.AddressHash;
import regulars.kernel.Batch;
import tools.jackson.databind.json.JsonMapper;

/** Addresses that get nothing, as keyed hashes. */
@Repository
class SuppressionStore {
    private final DSLContext dsl;
    private final AddressHash hash;

    SuppressionStore(DSLContext dsl, AddressHash hash) {
        this.dsl = dsl;
        this.hash = hash;
    }

    boolean holds(Channel channel, String address) {
        return dsl.fetchExists(
                SUPPRESSION, SUPPRESSION.CHANNEL.eq(channel.code()), SUPPRESSION.ADDRESS_HASH.eq(hash.of(address)));
    }

    Map<String, Boolean> which(Channel channel, Collection<String> addresses) {
        var hashes = new HashMap<String, byte[]>();
        for (String address : addresses) hashes.put(address, hash.of(address));
        var found = dsl.select(SUPPRESSION.ADDRESS_HASH)
                .from(SUPPRESSION)
                .where(SUPPRESSION.CHANNEL.eq(channel.code()))
                .and(SUPPRESSION.ADDRESS_HASH.eq(DSL.any(hashes.values().toArray(byte[][]::new))))
                .fetchSet(row -> HexFormat.of().formatHex(row.value1()));
        return hashes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> found.contains(HexFormat.of().formatHex(entry.getValue()))));
    }

    /** What is asked for by somebody else than the import that brought it outlives that import's undoing. */
    private void confirm(Channel channel, Batch<Stop> input) {
        var brought = field("{0} ->> 'import'", VARCHAR, SUPPRESSION.DETAILS);
        var asked = field("{0} ->> 'import'", VARCHAR, input.<JSONB>field("details"));
        dsl.update(SUPPRESSION)
                .set(SUPPRESSION.CONFIRMED, true)
                .from(input.table())
                .where(SUPPRESSION.CHANNEL.eq(channel.code()))
                .and(SUPPRESSION.ADDRESS_HASH.eq(input.<byte[]>field("hash")))
                .and(brought.isNotNull())
                .and(brought.isDistinctFrom(asked))
                .and(SUPPRESSION.CONFIRMED.isFalse())
                .execute();
    }

    /** Those that only this import has asked for; tells how many. */
    int lift(UUID importId, int limit) {
        return dsl.deleteFrom(SUPPRESSION)
                .where(SUPPRESSION.ID.in(select(SUPPRESSION.ID)
                        .from(SUPPRESSION)
                        .where(broughtBy(importId))
                        .and(SUPPRESSION.CONFIRMED.isFalse())
                        .limit(limit)))
                .execute();
    }

    int confirmed(UUID importId) {
        return dsl.fetchCount(SUPPRESSION, broughtBy(importId).and(SUPPRESSION.CONFIRMED));
    }

    private static Condition broughtBy(UUID importId) {
        return SUPPRESSION
                .REASON
                .eq(inline("imported"))
                .and(field("{0} ->> 'import'", VARCHAR, SUPPRESSION.DETAILS).eq(importId.toString()));
    }

    private record Stop(byte[] hash, Map<String, Object> details) {}

    /** The hashes of those that were not suppressed before. */
    List<byte[]> add(Channel channel, Map<String, Map<String, Object>> addresses, String reason, Instant now) {
        var stops = addresses.entrySet().stream()
                .map(one -> new Stop(hash.of(one.getKey()), one.getValue()))
                .sorted((first, next) -> Arrays.compare(first.hash, next.hash))
                .toList();
        var input = Batch.of("input", stops)
                .column("hash", BLOB, Stop::hash)
                .column(
                        "details",
                        SQLDataType.JSONB,
                        stop -> JSONB.valueOf(JsonMapper.shared().writeValueAsString(stop.details)));
        confirm(channel, input);
        return dsl.insertInto(
                        SUPPRESSION,
                        SUPPRESSION.CHANNEL,
                        SUPPRESSION.ADDRESS_HASH,
                        SUPPRESSION.REASON,
                        SUPPRESSION.DETAILS,
                        SUPPRESSION.CREATED_AT)
                .select(select(
                                val(channel.code()),
                                input.<byte[]>field("hash"),
                                val(reason),
                                input.<JSONB>field("details"),
                                val(now))
                        .from(input.table()))
                .onConflictDoNothing()
                .returningResult(SUPPRESSION.ADDRESS_HASH)
                .fetch(SUPPRESSION.ADDRESS_HASH);
    }
}
