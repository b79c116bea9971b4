package regulars.commerce;

import java.time.InstantSource;
import org.jooq.DSLContext;
import regulars.access.Organisations;

/** The room on a test's database, wired by hand. */
public final class CommerceFixture {
    private CommerceFixture() {}

    public static OrderParts parts(DSLContext dsl, Organisations organisations, InstantSource clock) {
        return new OrderParts(
                new OrderStore(dsl),
                new LineStore(dsl),
                new PartStore(dsl),
                new ProductStore(dsl),
                totals(dsl, organisations),
                changes(dsl),
                clock);
    }

    private static FollowingTotals totals(DSLContext dsl, Organisations organisations) {
        return new FollowingTotals(new OrderStore(dsl), new LineStore(dsl), new PartStore(dsl), organisations);
    }

    private static Changes changes(DSLContext dsl) {
        return new Changes(new ChangeStore(dsl), new OrderUndoStore(dsl));
    }

    public static OrderPartUndo partUndo(DSLContext dsl, Organisations organisations, InstantSource clock) {
        return new OrderPartUndo(
                new ChangeStore(dsl), new OrderStore(dsl), new OrderUndoStore(dsl), totals(dsl, organisations), clock);
    }

    public static Orders orders(DSLContext dsl, Organisations organisations, InstantSource clock) {
        return new Orders(
                new OrderStore(dsl), new LineStore(dsl), new ProductStore(dsl), changes(dsl), organisations, clock);
    }

    public static OrderUndo undo(DSLContext dsl) {
        return new OrderUndo(new OrderUndoStore(dsl));
    }
}
