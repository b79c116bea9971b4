package regulars.consent;

import java.time.InstantSource;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import regulars.customers.AddressHash;

/** The room on a test's database, wired by hand. */
public final class ConsentFixture {
    private ConsentFixture() {}

    public static Consents consents(DSLContext dsl, InstantSource clock, ApplicationEventPublisher events) {
        return new Consents(
                new EvidenceStore(dsl),
                new StateStore(dsl),
                new SuppressionStore(dsl, new AddressHash(() -> new byte[32])),
                new PurposeStore(dsl),
                events,
                clock);
    }

    public static ConsentUndo undo(DSLContext dsl, InstantSource clock) {
        return new ConsentUndo(
                new ConsentUndoStore(dsl),
                new StateStore(dsl),
                new SuppressionStore(dsl, new AddressHash(() -> new byte[32])),
                event -> {},
                clock);
    }
}
