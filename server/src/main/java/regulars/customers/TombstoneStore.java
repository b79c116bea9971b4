package regulars.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BLOB;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.ERASURE;
import static schema.customers.Tables.TOMBSTONE;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import regulars.access.Secrets;
import regulars.kernel.Batch;

/** Addresses of the erased, as keyed hashes: they are recognised when a file brings them again. */
@Repository
class TombstoneStore {
    private final DSLContext dsl;
    private final Secrets secrets;

    TombstoneStore(DSLContext dsl, Secrets secrets) {
        this.dsl = dsl;
        this.secrets = secrets;
    }

    /** As hexadecimal digits, what stands for the addresses. */
    List<String> hashes(List<KnownPerson.Address> addresses) {
        return addresses.stream()
                .map(one -> HexFormat.of().formatHex(hash(one.kind(), one.normalised())))
                .toList();
    }

    void add(int customer, List<String> hashes, Instant now) {
        if (hashes.isEmpty()) return;
        var input = Batch.of("input", hashes)
                .column("hash", BLOB, one -> HexFormat.of().parseHex(one));
        dsl.insertInto(TOMBSTONE, TOMBSTONE.ADDRESS_HASH, TOMBSTONE.CUSTOMER_NUMBER, TOMBSTONE.ERASED_AT)
                .select(select(input.<byte[]>field("hash"), val(customer), val(now))
                        .from(input.table()))
                .onConflictDoNothing()
                .execute();
    }

    /** Whose, of the erased, each of the addresses was. */
    Map<String, Integer> ownersOf(String kind, Collection<String> addresses) {
        if (addresses.isEmpty() || !dsl.fetchExists(TOMBSTONE)) return Map.of();
        var byHash = new HashMap<String, String>();
        var hashes = new HashSet<byte[]>();
        for (String address : addresses) {
            var hash = hash(kind, address);
            hashes.add(hash);
            byHash.put(HexFormat.of().formatHex(hash), address);
        }
        var owners = new HashMap<String, Integer>();
        dsl.select(TOMBSTONE.ADDRESS_HASH, TOMBSTONE.CUSTOMER_NUMBER)
                .from(TOMBSTONE)
                .where(TOMBSTONE.ADDRESS_HASH.eq(any(hashes.toArray(byte[][]::new))))
                .forEach(row -> owners.put(byHash.get(HexFormat.of().formatHex(row.value1())), row.value2()));
        return owners;
    }

    /** Those of the erasures that are written down. */
    Set<UUID> certificates(Collection<UUID> ids) {
        return dsl.select(ERASURE.ID)
                .from(ERASURE)
                .where(ERASURE.ID.eq(any(ids.toArray(UUID[]::new))))
                .fetchSet(ERASURE.ID);
    }

    /** A number for somebody erased of whom nothing is known here but that they were. */
    int stub(UUID id, Instant now) {
        return dsl.insertInto(CUSTOMER)
                .set(CUSTOMER.ID, id)
                .set(CUSTOMER.STATE, "erased")
                .set(CUSTOMER.CREATED_AT, now)
                .set(CUSTOMER.UPDATED_AT, now)
                .returningResult(CUSTOMER.NUMBER)
                .fetchSingle()
                .value1();
    }

    /** Those of the customers who are erased. */
    Set<Integer> erased(Collection<Integer> numbers) {
        if (numbers.isEmpty() || !dsl.fetchExists(ERASURE)) return Set.of();
        return dsl.select(CUSTOMER.NUMBER)
                .from(CUSTOMER)
                .where(CUSTOMER.NUMBER.eq(any(numbers.toArray(Integer[]::new))))
                .and(CUSTOMER.STATE.eq("erased"))
                .fetchSet(CUSTOMER.NUMBER);
    }

    private byte[] hash(String kind, String address) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secrets.key("erased addresses"), "HmacSHA256"));
            return mac.doFinal((kind + '\0' + address).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
