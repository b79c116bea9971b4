package regulars.segments;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Money;

/**
 * A part of the answer about a rule while it is being written: one line of the stream. All parts are exact, of the same
 * state of the base and as of the same moment.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "part")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PanelPart.PanelTotal.class, name = "total"),
    @JsonSubTypes.Type(value = PanelPart.PanelCounts.class, name = "counts"),
    @JsonSubTypes.Type(value = PanelPart.PanelWaterfall.class, name = "waterfall"),
    @JsonSubTypes.Type(value = PanelPart.PanelReach.class, name = "reach"),
    @JsonSubTypes.Type(value = PanelPart.PanelMoney.class, name = "money"),
    @JsonSubTypes.Type(value = PanelPart.PanelSample.class, name = "sample"),
    @JsonSubTypes.Type(value = PanelPart.PanelMonths.class, name = "months"),
    @JsonSubTypes.Type(value = PanelPart.PanelFailure.class, name = "failure")
})
public sealed interface PanelPart {
    /**
     * How many people meet the rule.
     *
     * @param base all active customers
     */
    record PanelTotal(Instant asOf, int total, int base) implements PanelPart {}

    /** How many people each condition and group holds for on its own. */
    record PanelCounts(Instant asOf, List<NodeCount> counts) implements PanelPart {}

    /** Who is lost where: the conditions of the outermost "all" one after another, else the rule as a whole. */
    record PanelWaterfall(Instant asOf, List<WaterfallStep> steps) implements PanelPart {}

    /** How many people are left after a condition, and how many it took away. */
    record WaterfallStep(String path, int left, int lost) {}

    /** Whom a message could reach. */
    record PanelReach(Instant asOf, List<ChannelReach> channels) implements PanelPart {}

    /** How many people a channel reaches with messages of a purpose. */
    record ChannelReach(String channel, String purpose, int people) {}

    /** What the people brought, of orders that count as revenue. */
    record PanelMoney(Instant asOf, GroupMoney ever, GroupMoney lastYear) implements PanelPart {}

    /**
     * A period of the group's orders.
     *
     * @param buyers people with such an order
     * @param averageOrder null without orders
     */
    record GroupMoney(
            int buyers,
            long orders,
            Money revenue,
            @Nullable Money averageOrder) {}

    /** Some of the people, always the same ones as long as they meet the rule. */
    record PanelSample(Instant asOf, List<SegmentMember> people) implements PanelPart {}

    /**
     * How many people met the rule at the end of each of the last twelve whole months, the oldest first.
     *
     * @param knownToday paths of conditions that have no history: they are answered as is known today
     */
    record PanelMonths(Instant asOf, List<MonthSize> months, List<String> knownToday) implements PanelPart {}

    /** The size at the end of a month; {@code month} is its first day. */
    record MonthSize(LocalDate month, Instant asOf, int size) {}

    /** Why no further part comes, as a problem says it. */
    record PanelFailure(String code, String detail, Map<String, Object> params) implements PanelPart {}
}
