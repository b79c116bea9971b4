package regulars.segments;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static schema.consent.Tables.PURPOSE;
import static schema.consent.Tables.STATE;

import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import regulars.warehouse.Warehouse;

/**
 * What customers said of one purpose on one channel, by the rule of {@code consent}: withdrawn when any of their ids is
 * withdrawn at or after their last grant that was not imported, else granted when any id is.
 */
final class ConsentStandings implements Source {
    private final String alias;
    private final String channel;
    private final String purpose;

    ConsentStandings(String alias, String channel, String purpose) {
        this.alias = alias;
        this.channel = channel;
        this.purpose = purpose;
    }

    Field<Boolean> granted() {
        return field(name(alias, "granted"), SQLDataType.BOOLEAN);
    }

    @Override
    public Table<?> table(Scope scope) {
        var customer = Warehouse.customer(STATE);
        var withdrawn = max(STATE.GIVEN_AT).filterWhere(STATE.GRANTED.isFalse());
        var ownGrant = max(STATE.GIVEN_AT).filterWhere(STATE.GRANTED.isTrue().and(STATE.IMPORTED.isFalse()));
        return select(
                        customer.as(CUSTOMER),
                        Truth.of(withdrawn.isNull().or(ownGrant.gt(withdrawn))).as("granted"))
                .from(STATE)
                .where(STATE.CHANNEL.eq(channel), STATE.PURPOSE_ID.in(purposeId()))
                .and(customer.isNotNull())
                .and(scope.admits(customer))
                .groupBy(customer)
                .asTable(alias);
    }

    private Select<Record1<Integer>> purposeId() {
        return select(PURPOSE.ID).from(PURPOSE).where(PURPOSE.CODE.eq(purpose));
    }
}
