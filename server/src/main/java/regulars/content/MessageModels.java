package regulars.content;

import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import regulars.access.OrganisationSettings;
import regulars.access.Organisations;
import regulars.access.ServerAddress;
import regulars.customers.Recipient;

/** What a template can say of people: the names of {@link ModelNames} with their values. Dates are ISO texts. */
@Service
public class MessageModels {
    private final OrderFactsStore orders;
    private final Organisations organisations;
    private final ServerAddress address;
    private final InstantSource clock;

    MessageModels(OrderFactsStore orders, Organisations organisations, ServerAddress address, InstantSource clock) {
        this.orders = orders;
        this.organisations = organisations;
        this.address = address;
        this.clock = clock;
    }

    /** One model a person, by customer number, without links; a fresh map each, to be added to. */
    public Map<Integer, Map<String, Object>> of(Collection<Recipient> people) {
        var settings = organisations.get();
        int digits = Math.max(0, Currency.getInstance(settings.currency()).getDefaultFractionDigits());
        var facts = orders.load(people.stream().map(Recipient::number).toList(), digits);
        Map<Integer, Map<String, Object>> models = new LinkedHashMap<>();
        for (var person : people)
            models.put(person.number(), model(person, OrderFacts.of(facts, person.number()), settings));
        return models;
    }

    public String currency() {
        return organisations.get().currency();
    }

    /** Somebody who does not exist, for a look at a template in an empty base. */
    public Map<String, Object> sample() {
        var settings = organisations.get();
        Map<String, Object> model = common(settings);
        model.put(
                "customer",
                Map.of(
                        "first_name",
                        "Alex",
                        "last_name",
                        "Doe",
                        "full_name",
                        "Alex Doe",
                        "email",
                        "alex.doe@example.invalid",
                        "language",
                        settings.language(),
                        "attributes",
                        Map.of()));
        var last = clock.instant().minus(Duration.ofDays(40));
        model.put("orders", orders(new OrderFacts(3, new java.math.BigDecimal("120.00"), last, last), settings.zone()));
        return model;
    }

    private Map<String, Object> model(Recipient person, OrderFacts facts, OrganisationSettings settings) {
        Map<String, Object> model = common(settings);
        model.put("customer", customer(person));
        model.put("orders", orders(facts, settings.zone()));
        return model;
    }

    private Map<String, Object> common(OrganisationSettings settings) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put(
                "company",
                Map.of("name", settings.company(), "url", address.publicUrl().toString()));
        model.put("today", clock.instant().atZone(settings.zone()).toLocalDate().toString());
        return model;
    }

    private static Map<String, Object> customer(Recipient person) {
        Map<String, Object> customer = new LinkedHashMap<>();
        customer.put("id", person.id().toString());
        put(customer, "first_name", person.givenName());
        put(customer, "last_name", person.familyName());
        put(customer, "full_name", person.fullName().isBlank() ? null : person.fullName());
        put(customer, "email", person.email());
        put(customer, "phone", person.phone());
        put(customer, "language", person.language());
        put(customer, "country", person.country());
        put(customer, "city", person.city());
        put(customer, "birth_date", person.birthDate());
        Map<String, Object> attributes = new LinkedHashMap<>();
        person.attributes().forEach((key, value) -> put(attributes, key, value));
        customer.put("attributes", attributes);
        return customer;
    }

    private Map<String, Object> orders(OrderFacts facts, ZoneId zone) {
        Map<String, Object> orders = new LinkedHashMap<>();
        orders.put("count", facts.count());
        orders.put("total", facts.total());
        if (facts.count() > 0)
            orders.put(
                    "average",
                    facts.total()
                            .divide(
                                    java.math.BigDecimal.valueOf(facts.count()),
                                    facts.total().scale(),
                                    RoundingMode.HALF_UP));
        put(orders, "first_date", date(facts.first(), zone));
        put(orders, "last_date", date(facts.last(), zone));
        if (facts.last() != null)
            orders.put(
                    "days_since_last",
                    Duration.between(facts.last(), clock.instant()).toDays());
        return orders;
    }

    private static @Nullable String date(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : instant.atZone(zone).toLocalDate().toString();
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case String _, Number _, Boolean _, List<?> _ -> map.put(key, value);
            default -> map.put(key, value.toString());
        }
    }
}
