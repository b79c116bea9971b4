package regulars.segments;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a segment is for and what to do with its people; whatever is null or empty is not said.
 *
 * @param plan of the figure, by month, each month once
 * @param owner a colleague
 * @param persona who these people are
 * @param needs what they want
 * @param incentive what moves them
 * @param playbook what to do, step by step
 */
public record Passport(
        @Nullable SegmentGoal goal,
        @Nullable SegmentKpi kpi,
        List<PlannedMonth> plan,
        @Nullable UUID owner,
        @Nullable SegmentPriority priority,
        String persona,
        String needs,
        String incentive,
        String playbook) {
    static final Passport EMPTY = new Passport(null, null, List.of(), null, null, "", "", "", "");

    public Passport {
        plan = Lists.orEmpty(plan);
        persona = text(persona);
        needs = text(needs);
        incentive = text(incentive);
        playbook = text(playbook);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /**
     * What is wanted of a month.
     *
     * @param month its first day
     * @param value people or orders, or money in minor units
     */
    public record PlannedMonth(LocalDate month, long value) {}
}
