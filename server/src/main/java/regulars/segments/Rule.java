package regulars.segments;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer must meet. Rules are plain data: stored as JSON, edited on the screen, compiled to SQL. A new kind
 * is a new record here, and every {@code switch} over rules fails to compile until it knows it.
 *
 * <p>Each rule answers yes or no, never "unknown": a test of something unknown is no, and {@link NotRule} and
 * {@link CheckOperator#IS_NOT} are the exact complement, so "country is not Ukraine" holds for people whose country
 * nobody knows.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Rule.AllRule.class, name = "all"),
    @JsonSubTypes.Type(value = Rule.AnyRule.class, name = "any"),
    @JsonSubTypes.Type(value = Rule.NotRule.class, name = "not"),
    @JsonSubTypes.Type(value = Rule.FieldRule.class, name = "field"),
    @JsonSubTypes.Type(value = Rule.AttributeRule.class, name = "attribute"),
    @JsonSubTypes.Type(value = Rule.ContactRule.class, name = "contact"),
    @JsonSubTypes.Type(value = Rule.ConsentRule.class, name = "consent"),
    @JsonSubTypes.Type(value = Rule.ReachableRule.class, name = "reachable"),
    @JsonSubTypes.Type(value = Rule.ListRule.class, name = "list"),
    @JsonSubTypes.Type(value = Rule.ObjectsRule.class, name = "objects"),
    @JsonSubTypes.Type(value = Rule.CompanyRule.class, name = "company"),
    @JsonSubTypes.Type(value = Rule.OrdersRule.class, name = "orders"),
    @JsonSubTypes.Type(value = Rule.SegmentRule.class, name = "segment"),
    @JsonSubTypes.Type(value = Rule.EventsRule.class, name = "events"),
    @JsonSubTypes.Type(value = Rule.SequenceRule.class, name = "sequence"),
    @JsonSubTypes.Type(value = Rule.CellRule.class, name = "cell")
})
public sealed interface Rule {
    /** Every one of them. */
    record AllRule(List<Rule> rules) implements Rule {
        public AllRule {
            rules = Lists.orEmpty(rules);
        }
    }

    /** At least one of them. */
    record AnyRule(List<Rule> rules) implements Rule {
        public AnyRule {
            rules = Lists.orEmpty(rules);
        }
    }

    record NotRule(Rule rule) implements Rule {}

    /** A field that every customer has. */
    record FieldRule(CustomerField field, ValueCheck check) implements Rule {}

    /** A field the company added itself: the newest value known of the customer. */
    record AttributeRule(String key, ValueCheck check) implements Rule {}

    /**
     * Has at least one such address.
     *
     * @param domains of e-mail addresses; empty means any
     * @param callingCodes of phone numbers, such as {@code 380}; empty means any
     */
    record ContactRule(ContactKind contact, ContactQuality quality, List<String> domains, List<String> callingCodes)
            implements Rule {
        public ContactRule {
            domains = Lists.orEmpty(domains);
            callingCodes = Lists.orEmpty(callingCodes);
        }
    }

    /**
     * A number of the customer's things of one type that pass every test, or of their companies' where the type is of
     * companies; "none" is exactly zero.
     *
     * @param check of their number
     */
    record ObjectsRule(String type, ValueCheck check, List<ObjectTest> where) implements Rule {
        public ObjectsRule {
            where = Lists.orEmpty(where);
        }
    }

    /** A test of one field of an object; for days "today" is the organisation's. */
    record ObjectTest(String field, ValueCheck check) {}

    /**
     * Has to do with a company that passes every test, in one of the roles; each company is looked at by itself, and
     * what is said of somebody there under each of their ids.
     *
     * @param roles empty means any, and none
     * @param reach whether companies below it in the tree do as well; null means they do not
     */
    record CompanyRule(
            List<CompanyTest> where,
            List<CompanyRole> roles,
            @Nullable CompanyReach reach) implements Rule {
        public CompanyRule {
            where = Lists.orEmpty(where);
            roles = Lists.orEmpty(roles);
        }
    }

    /** A test of one field of a company, or of the customer's position there. */
    record CompanyTest(CompanyField field, ValueCheck check) {}

    /** What the customer said of messages of one purpose on one channel; a withdrawal under any of their ids wins. */
    record ConsentRule(String channel, String purpose, ConsentStanding standing) implements Rule {}

    /**
     * A message of a purpose could reach the customer on a channel now, by the same words as the send gate's: their best
     * address is usable, nobody stopped it, and they have agreed.
     */
    record ReachableRule(ReachChannel channel, String purpose) implements Rule {}

    /** Somebody put the customer on this list by hand. */
    record ListRule(UUID list) implements Rule {}

    /**
     * A figure of the customer's orders in a window.
     *
     * @param statuses which orders; empty means those that count as revenue
     * @param products only orders with such a line, and only their share of the money; null means any
     * @param paymentMethods how they were paid; empty means any
     * @param sources codes of where they came from, such as a shop; empty means any
     * @param basket what lies together in each of them; null means anything
     */
    record OrdersRule(
            OrderMeasure measure,
            ValueCheck check,
            OrderWindow window,
            List<String> statuses,
            @Nullable ProductFilter products,
            List<String> paymentMethods,
            List<String> sources,
            @Nullable Basket basket)
            implements Rule {
        public OrdersRule {
            statuses = Lists.orEmpty(statuses);
            paymentMethods = Lists.orEmpty(paymentMethods);
            sources = Lists.orEmpty(sources);
        }

        /** Paid in any way, from anywhere and with anything in them. */
        public OrdersRule(
                OrderMeasure measure,
                ValueCheck check,
                OrderWindow window,
                List<String> statuses,
                @Nullable ProductFilter products) {
            this(measure, check, window, statuses, products, List.of(), List.of(), null);
        }
    }

    /**
     * Meets the rule of another segment, or does not; at the same moment, so nobody is behind.
     *
     * @param member false for "is not in it"
     */
    record SegmentRule(UUID segment, boolean member) implements Rule {}

    /**
     * Is in one of the cells of a grid, such as that of RFM, as the grid was in force at the moment of evaluation; or is
     * in none of them.
     *
     * @param member false for "is in none of them"
     */
    record CellRule(String grid, List<String> cells, boolean member) implements Rule {
        public CellRule {
            cells = Lists.orEmpty(cells);
        }
    }

    /**
     * A figure of what the customer did, in a window.
     *
     * @param property that is summed, averaged and so on; null for a number of events and for days
     */
    record EventsRule(
            EventFilter events,
            EventMeasure measure,
            @Nullable String property,
            ValueCheck check,
            OrderWindow window) implements Rule {}

    /** Events of one type whose properties pass every test. */
    record EventFilter(String type, List<PropertyTest> where) {
        public EventFilter {
            where = Lists.orEmpty(where);
        }
    }

    /**
     * A test of one property of an event. A property of another JSON type than the test's is unknown to it.
     *
     * @param type text, number, yes or no, or a day written as 2026-11-01
     */
    record PropertyTest(String property, ValueType type, ValueCheck check) {}

    /**
     * One thing after another: each step happened after the one before it, never at the same moment.
     *
     * @param steps at least two
     * @param lastMissing the last step did not happen, though its time has run out
     * @param window of the first step
     */
    record SequenceRule(List<SequenceStep> steps, boolean lastMissing, OrderWindow window) implements Rule {
        public SequenceRule {
            steps = Lists.orEmpty(steps);
        }
    }

    /**
     * What happened.
     *
     * @param events null means an order that counts as revenue
     * @param withinMinutes at most so long after the step before; null means any time after, or ever
     */
    record SequenceStep(
            @Nullable EventFilter events, @Nullable Integer withinMinutes) {}

    /**
     * When orders were placed or events happened, in days of the organisation's zone, never later than the moment of evaluation.
     *
     * @param days today and so many whole days before it
     * @param from the first day of a fixed period, itself included
     * @param to the last day of a fixed period, itself included; with all three null the window is "ever"
     */
    record OrderWindow(
            @Nullable Integer days,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        public static final OrderWindow EVER = new OrderWindow(null, null, null);

        public static OrderWindow lastDays(int days) {
            return new OrderWindow(days, null, null);
        }

        public static OrderWindow between(@Nullable LocalDate from, @Nullable LocalDate to) {
            return new OrderWindow(null, from, to);
        }
    }

    /**
     * What one and the same order has lines of; one line may be what several ask for.
     *
     * @param with each is in it
     * @param without none is in it
     */
    record Basket(List<ProductFilter> with, List<ProductFilter> without) {
        public Basket {
            with = Lists.orEmpty(with);
            without = Lists.orEmpty(without);
        }
    }

    /**
     * Products that are in one of the categories or below it, of one of the brands and among the products; empty means any.
     */
    record ProductFilter(List<String> categories, List<String> brands, List<UUID> products) {
        public ProductFilter {
            categories = Lists.orEmpty(categories);
            brands = Lists.orEmpty(brands);
            products = Lists.orEmpty(products);
        }
    }
}
