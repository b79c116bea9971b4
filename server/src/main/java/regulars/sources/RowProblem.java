package regulars.sources;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Fault;

/**
 * What is wrong with a row.
 *
 * @param line where the row begins in the file
 * @param column the header of the cell at fault; null when it is the row as a whole
 * @param code a fault's code, which screens translate
 * @param detail cause and remedy in English
 * @param rowTaken only the cell was left out
 */
public record RowProblem(
        long line,
        @Nullable String column,
        @Nullable String value,
        String code,
        String detail,
        Map<String, Object> params,
        boolean rowTaken) {
    private static final int LONGEST_VALUE = 200;

    static RowProblem of(long line, @Nullable String column, @Nullable String value, Fault fault) {
        var shown = value == null || value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + '…';
        var params = new LinkedHashMap<>(fault.params());
        if (shown != null) params.put("value", shown);
        return new RowProblem(
                line, column, shown, fault.code().name(), String.valueOf(fault.getMessage()), params, false);
    }

    /** The same of a row that does without the cell. */
    RowProblem leftOut() {
        return new RowProblem(line, column, value, code, detail, params, true);
    }

    /** The same of a row that cannot do without the cell. */
    RowProblem rowRefused() {
        return new RowProblem(line, column, value, code, detail, params, false);
    }

    /** Carries a problem out of the reading of a row; cheap, for a bad file has many. */
    static final class Rejected extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient RowProblem problem;

        Rejected(RowProblem problem) {
            super(problem.detail, null, false, false);
            this.problem = problem;
        }

        RowProblem problem() {
            return problem;
        }
    }
}
