package regulars.consent;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static schema.consent.Tables.SUPPRESSION;
import static schema.customers.Tables.CONTACT_POINT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import regulars.customers.AddressHash;

/** Reads which addresses of one customer get nothing, and why. */
@Repository
class StopStore {
    /** A file's own reason. */
    static final Field<String> SAID = jsonbGetAttributeAsText(SUPPRESSION.DETAILS, inline("reason"));

    private static final Field<String> FILE = jsonbGetAttributeAsText(SUPPRESSION.DETAILS, inline("file"));
    private static final String[] CHANNELS =
            Arrays.stream(Channel.values()).map(Channel::code).toArray(String[]::new);

    private final DSLContext dsl;
    private final AddressHash hash;

    StopStore(DSLContext dsl, AddressHash hash) {
        this.dsl = dsl;
        this.hash = hash;
    }

    /** The latest first, one for each way an address is written. */
    List<StopView> of(Collection<Long> subjects) {
        var written = written(subjects);
        if (written.isEmpty()) return List.of();
        var hashes = written.keySet().stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new);
        var found = dsl.select(SUPPRESSION.fields())
                .select(SAID.as("said"), FILE.as("file"))
                .from(SUPPRESSION)
                .where(SUPPRESSION.CHANNEL.eq(any(CHANNELS)))
                .and(SUPPRESSION.ADDRESS_HASH.eq(any(hashes)))
                .orderBy(SUPPRESSION.CREATED_AT.desc(), SUPPRESSION.ID.desc())
                .fetch();
        var stops = new ArrayList<StopView>();
        for (Record row : found) {
            var hex = HexFormat.of().formatHex(row.get(SUPPRESSION.ADDRESS_HASH));
            for (String address : written.getOrDefault(hex, Set.of())) stops.add(view(row, address));
        }
        return stops;
    }

    private Map<String, Set<String>> written(Collection<Long> subjects) {
        var written = new LinkedHashMap<String, Set<String>>();
        dsl.select(CONTACT_POINT.NORMALISED, CONTACT_POINT.VALUE)
                .from(CONTACT_POINT)
                .where(CONTACT_POINT.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new))))
                .orderBy(CONTACT_POINT.ID)
                .forEach(row -> written.computeIfAbsent(
                                HexFormat.of().formatHex(hash.of(row.value1())), hex -> new LinkedHashSet<>())
                        .add(row.value2()));
        return written;
    }

    private static StopView view(Record row, String address) {
        return new StopView(
                row.get(SUPPRESSION.ID),
                row.get(SUPPRESSION.CHANNEL),
                address,
                row.get(SUPPRESSION.CREATED_AT),
                row.get(SUPPRESSION.REASON),
                row.get("said", String.class),
                row.get("file", String.class));
    }
}
