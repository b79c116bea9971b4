package regulars.segments;

import static schema.segments.Tables.CUSTOMER_VIEW;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class CustomerViewStore {
    private final DSLContext dsl;
    private final JsonMapper json;

    CustomerViewStore(DSLContext dsl, JsonMapper json) {
        this.dsl = dsl;
        this.json = json;
    }

    List<CustomerView> all() {
        return dsl.selectFrom(CUSTOMER_VIEW)
                .orderBy(DSL.lower(CUSTOMER_VIEW.NAME))
                .fetch(this::view);
    }

    /** False when another has the name. */
    boolean add(CustomerView view, String actor, Instant now) {
        return dsl.insertInto(CUSTOMER_VIEW)
                        .set(CUSTOMER_VIEW.ID, view.id())
                        .set(CUSTOMER_VIEW.NAME, view.name())
                        .set(
                                CUSTOMER_VIEW.RULE,
                                view.rule() == null ? null : JSONB.valueOf(json.writeValueAsString(view.rule())))
                        .set(CUSTOMER_VIEW.COLUMNS, view.columns().toArray(String[]::new))
                        .set(CUSTOMER_VIEW.SORT_BY, view.order().name())
                        .set(CUSTOMER_VIEW.DESCENDING, view.descending())
                        .set(CUSTOMER_VIEW.CREATED_BY, actor)
                        .set(CUSTOMER_VIEW.CREATED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    boolean delete(UUID id) {
        return dsl.deleteFrom(CUSTOMER_VIEW).where(CUSTOMER_VIEW.ID.eq(id)).execute() > 0;
    }

    private CustomerView view(Record row) {
        var rule = row.get(CUSTOMER_VIEW.RULE);
        return new CustomerView(
                row.get(CUSTOMER_VIEW.ID),
                row.get(CUSTOMER_VIEW.NAME),
                rule == null ? null : json.readValue(rule.data(), Rule.class),
                List.of(row.get(CUSTOMER_VIEW.COLUMNS)),
                CustomerOrder.valueOf(row.get(CUSTOMER_VIEW.SORT_BY)),
                row.get(CUSTOMER_VIEW.DESCENDING));
    }
}
