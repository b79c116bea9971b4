package regulars.sources;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import regulars.access.Organisations;
import regulars.collect.SubjectKey;
import regulars.customers.Attributes;
import regulars.customers.CustomerIntake;
import regulars.customers.HomeCountry;
import regulars.customers.IncomingCustomer;
import regulars.customers.Visitors;
import regulars.kernel.Actor;
import regulars.work.Tick;
import schema.sources.tables.records.ToldTraitRecord;
import tools.jackson.databind.json.JsonMapper;

/** Takes in what servers told about people, in its order and soon after; the events themselves did not wait for it. */
@Component
class TraitIntake implements Tick {
    private static final Logger LOG = LoggerFactory.getLogger(TraitIntake.class);
    private static final int AT_ONCE = 500;
    private static final String KIND = "api";
    private static final String NOTHING = "{}";

    private final TraitStore store;
    private final CustomerIntake customers;
    private final Visitors visitors;
    private final Attributes attributes;
    private final Organisations organisations;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    TraitIntake(
            TraitStore store,
            CustomerIntake customers,
            Visitors visitors,
            Attributes attributes,
            Organisations organisations,
            TransactionOperations transactions,
            InstantSource clock) {
        this.store = store;
        this.customers = customers;
        this.visitors = visitors;
        this.attributes = attributes;
        this.organisations = organisations;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sources.traits";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        int limit = AT_ONCE;
        while (true) {
            try {
                if (take(limit) < limit) return;
            } catch (RuntimeException e) {
                if (limit == 1) drop(e);
                else limit = 1; // finds the one that cannot be taken in
            }
        }
    }

    private int take(int limit) {
        return Objects.requireNonNull(transactions.execute(status -> {
            var told = store.oldest(limit);
            if (!told.isEmpty()) accept(told);
            store.delete(told.stream().map(ToldTraitRecord::getId).toList());
            return told.size();
        }));
    }

    /** What it told stays with its event. */
    private void drop(RuntimeException cause) {
        transactions.executeWithoutResult(status -> {
            var told = store.oldest(1);
            LOG.error(
                    "the traits {} cannot be taken in",
                    told.stream().map(ToldTraitRecord::getId).toList(),
                    cause);
            store.delete(told.stream().map(ToldTraitRecord::getId).toList());
        });
    }

    private void accept(List<ToldTraitRecord> told) {
        var organisation = organisations.get();
        var today = LocalDate.ofInstant(clock.instant(), organisation.zone());
        var reader = new TraitReader(attributes.all(), HomeCountry.of(organisation), today);
        var bySource = new LinkedHashMap<String, List<IncomingCustomer>>();
        for (ToldTraitRecord one : told) {
            var key = SubjectKey.external(one.getSource(), one.getUserId());
            if (one.getTraits().data().equals(NOTHING)) continue;
            var traits = JsonMapper.shared().readTree(one.getTraits().data());
            bySource.computeIfAbsent(one.getSource(), source -> new ArrayList<>())
                    .add(reader.read(key, traits));
        }
        bySource.forEach((source, people) -> customers.accept(customers.origin(source, KIND, Actor.SYSTEM), people));
        for (ToldTraitRecord one : told) {
            var formerly =
                    Stream.of(one.getFormerly()).filter(id -> !id.isEmpty()).toList();
            if (formerly.isEmpty()) continue;
            visitors.recognise(customers.origin(one.getSource(), KIND, Actor.SYSTEM), one.getUserId(), formerly);
        }
    }
}
