package regulars.customers;

import java.time.InstantSource;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import regulars.access.CurrentActor;
import regulars.access.TestAudit;
import regulars.access.TestOrganisations;
import regulars.access.TestRoles;
import regulars.collect.CollectFixture;
import regulars.kernel.Sights;

/** The room on a test's database, wired by hand; other rooms' tests use it too. */
public final class CustomersFixture {
    private final DSLContext dsl;
    private final InstantSource clock;

    public CustomersFixture(DSLContext dsl, InstantSource clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    public CustomerIntake intake() {
        return new CustomerIntake(
                CollectFixture.subjects(dsl, clock),
                new CustomerStore(dsl, Sights.WHOLE),
                new SourceStore(dsl),
                profiles(),
                clock);
    }

    private ProfileStores profiles() {
        return new ProfileStores(
                new RecordStore(dsl),
                new ContactStore(dsl, new AddressHash(() -> new byte[32])),
                new AttributeStore(dsl),
                new ProjectionStore(dsl),
                new TombstoneStore(dsl, regulars.access.Secrets.of(dsl)),
                new OwnerStore(dsl, clock),
                new IdentityStores(new IdentityRuleStore(dsl), new DoubtStore(dsl, Sights.WHOLE)));
    }

    public Attributes attributes() {
        return new Attributes(new AttributeStore(dsl), clock);
    }

    public FieldRights rights() {
        return new FieldRights(
                new FieldRightStore(dsl),
                new AttributeStore(dsl),
                TestRoles.of(dsl),
                new CurrentActor(),
                TestAudit.of(dsl, clock));
    }

    public Customers customers() {
        var ids = new ExternalIdStore(dsl);
        var recipients = new RecipientStore(dsl, Sights.WHOLE);
        return new Customers(
                new CustomerStore(dsl, Sights.WHOLE),
                new PersonStores(recipients, ids, new SummaryStore(dsl, ids, recipients, Sights.WHOLE)),
                new ContactStore(dsl, new AddressHash(() -> new byte[32])),
                new ProjectionStore(dsl),
                rights(),
                clock);
    }

    public CustomerKeys keys() {
        return new CustomerKeys(new CustomerKeyStore(dsl, Sights.WHOLE), rights(), TestOrganisations.of(dsl));
    }

    public Merges merges(ApplicationEventPublisher events) {
        return new Merges(
                new MergeStore(dsl, Sights.WHOLE),
                new RootStore(dsl),
                intake(),
                new CustomerStore(dsl, Sights.WHOLE),
                profiles(),
                CollectFixture.subjects(dsl, clock),
                new MergeSurroundings(new CurrentActor(), events, clock));
    }

    public Visitors visitors() {
        return new Visitors(
                CollectFixture.subjects(dsl, clock),
                intake(),
                new CustomerStore(dsl, Sights.WHOLE),
                new DoubtStore(dsl, Sights.WHOLE),
                clock);
    }

    public static CustomerUndo undo(DSLContext dsl, InstantSource clock) {
        return new CustomerUndo(
                new UndoStore(dsl),
                new RecordStore(dsl),
                new CustomerStore(dsl, Sights.WHOLE),
                new ProjectionStore(dsl),
                clock);
    }
}
