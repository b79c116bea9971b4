package regulars.campaigns;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static schema.campaigns.Tables.RESPONSE;
import static schema.channels.Tables.MESSAGE;
import static schema.commerce.Tables.ORDERS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;
import regulars.campaigns.effect.Arm;
import regulars.channels.MessageState;
import regulars.channels.Reason;
import regulars.warehouse.Warehouse;

/** Reads on the mirror what the two sides of a campaign did. */
@Repository
class EffectStore {
    private static final String EXCLUDED = MessageState.EXCLUDED.code();
    private static final String CONTROL = Reason.CONTROL_GROUP.code();
    private static final Field<Integer> WHO = field(name("spent", "who"), SQLDataType.INTEGER);
    private static final Field<Double> AMOUNT = field(name("spent", "amount"), SQLDataType.DOUBLE);
    private static final Field<Integer> ORDERS_MADE = field(name("spent", "orders_made"), SQLDataType.INTEGER);

    private final Warehouse warehouse;

    EffectStore(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** A side with the number of its orders. */
    record Side(Arm arm, long orders) {
        static final Side NOBODY = new Side(new Arm(0, 0, 0, 0), 0);
    }

    record Sides(Side treated, Side control) {}

    /**
     * Each person once, with the sum of their orders in the window; who bought nothing is a zero. By intention to treat: who
     * was assigned counts, whatever became of the message. Both tables are hashed by customer once, so this costs one pass
     * over the orders of the window and one over the campaign's messages.
     */
    Sides sides(UUID campaign, OrderWindow window) {
        return warehouse.read(mirror -> {
            var control = when(MESSAGE.STATE.eq(EXCLUDED), inline(true))
                    .otherwise(inline(false))
                    .as("control");
            var spent = spent(window);
            Map<Boolean, Side> sides = new HashMap<>();
            mirror.select(
                            control,
                            count(),
                            count(WHO),
                            coalesce(sum(ORDERS_MADE), inline(0)),
                            coalesce(sum(AMOUNT), inline(0d)),
                            coalesce(sum(AMOUNT.times(AMOUNT)), inline(0d)))
                    .from(MESSAGE)
                    .leftJoin(spent)
                    .on(WHO.eq(MESSAGE.CUSTOMER_NUMBER))
                    .where(assigned(campaign))
                    .groupBy(control)
                    .forEach(row -> sides.put(
                            row.value1(),
                            new Side(
                                    new Arm(
                                            row.value2(),
                                            row.value3(),
                                            row.get(4, Double.class),
                                            row.get(5, Double.class)),
                                    row.get(3, Long.class))));
            return new Sides(sides.getOrDefault(false, Side.NOBODY), sides.getOrDefault(true, Side.NOBODY));
        });
    }

    /** Who of a side bought in the window, by number. */
    List<Spender> buyers(UUID campaign, boolean control, OrderWindow window, int after, int limit) {
        return warehouse.read(mirror -> mirror.select(WHO, AMOUNT, ORDERS_MADE)
                .from(spent(window))
                .join(MESSAGE)
                .on(MESSAGE.CUSTOMER_NUMBER.eq(WHO))
                .where(assigned(campaign))
                .and(control ? MESSAGE.STATE.eq(EXCLUDED) : MESSAGE.STATE.ne(EXCLUDED))
                .and(WHO.gt(after))
                .orderBy(WHO)
                .limit(limit)
                .fetch(row -> new Spender(row.value1(), Math.round(row.value2()), row.value3())));
    }

    record Spender(int customer, long revenueMinor, int orders) {}

    private static Condition assigned(UUID campaign) {
        return MESSAGE.SENDING_ID.eq(campaign).and(MESSAGE.STATE.ne(EXCLUDED).or(MESSAGE.REASON.eq(CONTROL)));
    }

    private static Condition within(OrderWindow window) {
        var timed = ORDERS.DATE_ONLY
                .isFalse()
                .and(ORDERS.PLACED_AT.ge(window.from()))
                .and(ORDERS.PLACED_AT.lt(window.to()));
        var dated = ORDERS.DATE_ONLY
                .isTrue()
                .and(ORDERS.PLACED_AT.ge(window.datesFrom()))
                .and(ORDERS.PLACED_AT.lt(window.datesTo()));
        return timed.or(dated);
    }

    private static Table<Record3<Integer, Double, Integer>> spent(OrderWindow window) {
        var who = Warehouse.customer(ORDERS);
        return select(
                        who.as("who"),
                        cast(sum(ORDERS.REVENUE_BASE_MINOR), SQLDataType.DOUBLE).as("amount"),
                        count().as("orders_made"))
                .from(ORDERS)
                .where(within(window))
                .and(ORDERS.REVENUE_BASE_MINOR.gt(0L))
                .and(who.isNotNull())
                .groupBy(who)
                .asTable("spent");
    }

    CampaignReport.ResponseCounts responses(UUID campaign) {
        var human = RESPONSE.HUMAN_HITS.gt(0);
        return warehouse.read(mirror -> new CampaignReport.ResponseCounts(
                people(mirror, campaign, ResponseKind.OPEN, human),
                people(mirror, campaign, ResponseKind.CLICK, human),
                onlyMachines(mirror, campaign, ResponseKind.OPEN),
                onlyMachines(mirror, campaign, ResponseKind.CLICK),
                people(mirror, campaign, ResponseKind.UNSUBSCRIBE, human)));
    }

    private static long people(DSLContext mirror, UUID campaign, ResponseKind kind, Condition which) {
        return mirror.select(org.jooq.impl.DSL.countDistinct(RESPONSE.CUSTOMER_NUMBER))
                .from(RESPONSE)
                .where(RESPONSE.CAMPAIGN_ID.eq(campaign))
                .and(RESPONSE.KIND.eq(kind.code()))
                .and(which)
                .fetchSingle()
                .value1();
    }

    private static long onlyMachines(DSLContext mirror, UUID campaign, ResponseKind kind) {
        return people(mirror, campaign, kind, org.jooq.impl.DSL.noCondition())
                - people(mirror, campaign, kind, RESPONSE.HUMAN_HITS.gt(0));
    }
}
