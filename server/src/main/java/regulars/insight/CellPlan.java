package regulars.insight;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Fault;

/**
 * What is wanted of the people in a cell; null where nothing was said.
 *
 * @param title what the cell is called here, in the place of its usual name
 * @param strategy how to treat these people
 * @param incentive what they are offered
 * @param goal what it should come to
 */
public record CellPlan(
        @Nullable String title,
        @Nullable String strategy,
        @Nullable String incentive,
        @Nullable String goal) {
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST = 2000;

    public CellPlan {
        title = said(title);
        strategy = said(strategy);
        incentive = said(incentive);
        goal = said(goal);
    }

    /** Refuses texts that are too long. */
    CellPlan checked() {
        check("title", title, LONGEST_TITLE);
        check("strategy", strategy, LONGEST);
        check("incentive", incentive, LONGEST);
        check("goal", goal, LONGEST);
        return this;
    }

    boolean empty() {
        return Stream.of(title, strategy, incentive, goal).allMatch(text -> text == null);
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void check(String field, @Nullable String text, int limit) {
        if (text == null || text.length() <= limit) return;
        throw new Fault(InsightFault.CELL_PLAN_TOO_LONG, "The text has more than " + limit + " characters: shorten it.")
                .at(field, text.length())
                .with("limit", limit);
    }
}
