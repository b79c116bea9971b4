package regulars.commerce;

import static schema.commerce.Tables.ORDER_STATUS;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Reads the status map. */
@Repository
class OrderStatusStore {
    private final DSLContext dsl;

    OrderStatusStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    List<String> counting() {
        return dsl.select(ORDER_STATUS.CODE)
                .from(ORDER_STATUS)
                .where(ORDER_STATUS.COUNTS)
                .orderBy(ORDER_STATUS.CODE)
                .fetch(ORDER_STATUS.CODE);
    }
}
