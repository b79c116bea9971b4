package regulars.segments;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The shared derived tables of one program: conditions that read the same one get the same one. */
final class Sources {
    private final RuleContext context;
    private final LocalDays localDays;
    private final Map<Object, Source> sources = new LinkedHashMap<>();

    Sources(RuleContext context) {
        this.context = context;
        this.localDays = new LocalDays(context);
    }

    OrderTotals orders(Rule.@Nullable ProductFilter products, Rule.@Nullable Basket basket) {
        return shared(
                new Key("orders", Arrays.asList(products, basket)),
                alias -> new OrderTotals(alias, context, products, basket),
                OrderTotals.class);
    }

    EventTotals events(String type) {
        return shared(new Key("events", type), alias -> new EventTotals(alias, context, type), EventTotals.class);
    }

    Sequences sequence(Rule.SequenceRule rule) {
        return shared(new Key("sequence", rule), alias -> new Sequences(alias, context, rule), Sequences.class);
    }

    AttributeValues attribute(String key) {
        var own = context.catalogue().attributes().get(key);
        var kind = own != null
                ? AttributeValues.own(key, own)
                : Objects.requireNonNull(context.catalogue().kinds().values().get(key), key);
        return shared(new Key("attribute", key), alias -> new AttributeValues(alias, kind), AttributeValues.class);
    }

    ObjectCounts objects(Rule.ObjectsRule rule) {
        return shared(
                new Key("objects", List.of(rule.type(), rule.where())),
                alias -> new ObjectCounts(alias, context, rule),
                ObjectCounts.class);
    }

    CompanyPosts companies() {
        return shared(new Key("companies", ""), CompanyPosts::new, CompanyPosts.class);
    }

    ConsentStandings consent(String channel, String purpose) {
        return shared(
                new Key("consent", List.of(channel, purpose)),
                alias -> new ConsentStandings(alias, channel, purpose),
                ConsentStandings.class);
    }

    /** One for the program; it is joined only when a condition asked for it. */
    LocalDays localDays() {
        return localDays;
    }

    Collection<Source> all() {
        if (localDays.asked()) sources.putIfAbsent(localDays, localDays);
        return sources.values();
    }

    private <S extends Source> S shared(Key key, Function<String, S> make, Class<S> type) {
        return type.cast(sources.computeIfAbsent(key, absent -> make.apply("source" + sources.size())));
    }

    private record Key(String kind, Object of) {}
}
