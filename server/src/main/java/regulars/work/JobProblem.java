package regulars.work;

import java.util.Map;

/** Why a job failed: the code and sentence of a fault. */
public record JobProblem(String code, String detail, Map<String, Object> params) {
    public JobProblem {
        params = Map.copyOf(params);
    }
}
