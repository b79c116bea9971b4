package regulars.customers;

import static schema.customers.Tables.FIELD_RIGHT;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class FieldRightStore {
    private final DSLContext dsl;

    FieldRightStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Those that somebody narrowed, by field. */
    Map<String, FieldRight> all() {
        return dsl.selectFrom(FIELD_RIGHT).fetch().stream()
                .map(row -> new FieldRight(row.getField(), roles(row.getSeenBy()), roles(row.getEditedBy())))
                .collect(Collectors.toMap(FieldRight::field, Function.identity()));
    }

    void put(FieldRight right) {
        remove(right.field());
        if (right.seenBy() == null && right.editedBy() == null) return;
        dsl.insertInto(FIELD_RIGHT)
                .columns(FIELD_RIGHT.FIELD, FIELD_RIGHT.SEEN_BY, FIELD_RIGHT.EDITED_BY)
                .values(right.field(), codes(right.seenBy()), codes(right.editedBy()))
                .execute();
    }

    void remove(String field) {
        dsl.deleteFrom(FIELD_RIGHT).where(FIELD_RIGHT.FIELD.eq(field)).execute();
    }

    private static @Nullable Set<String> roles(String @Nullable [] codes) {
        return codes == null ? null : Set.of(codes);
    }

    private static String @Nullable [] codes(@Nullable Set<String> roles) {
        return roles == null ? null : roles.stream().sorted().toArray(String[]::new);
    }
}
