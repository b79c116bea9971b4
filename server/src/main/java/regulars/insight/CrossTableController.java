package regulars.insight;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import regulars.insight.CrossTable.CrossedPeople;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.segments.Rule;
import regulars.segments.RuleSight;

/** A matrix of one's own. */
@RestController
@RequestMapping("/api/v1/insight")
@Needs(Permission.INSIGHT_READ)
class CrossTableController {
    private final CrossTable table;
    private final RuleSight sight;

    CrossTableController(CrossTable table, RuleSight sight) {
        this.table = table;
        this.sight = sight;
    }

    /** How many people are where two rules meet, for each pair of a row and a column. */
    @PostMapping("/cross/preview")
    CrossedPeople cross(@RequestBody CrossQuestion question) {
        question.rows().forEach(sight::require);
        question.columns().forEach(sight::require);
        return table.of(question.rows(), question.columns());
    }

    record CrossQuestion(List<Rule> rows, List<Rule> columns) {
        CrossQuestion {
            rows = orEmpty(rows);
            columns = orEmpty(columns);
        }

        private static List<Rule> orEmpty(@Nullable List<Rule> rules) {
            return rules == null ? List.of() : List.copyOf(rules);
        }
    }
}
