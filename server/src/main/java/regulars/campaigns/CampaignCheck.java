package regulars.campaigns;

import java.time.Instant;
import java.util.List;
import regulars.channels.Reason;

/**
 * What a launch would do now, person by person: audience = will get it + control group + the excluded + the gone.
 *
 * @param gone members who were erased or merged since the segment was evaluated
 * @param asOf when the segment was evaluated for this
 */
public record CampaignCheck(
        int audience,
        long willGet,
        long controlGroup,
        List<Exclusion> excluded,
        long gone,
        Instant asOf,
        boolean ready,
        List<CampaignProblem> problems) {
    public CampaignCheck {
        excluded = List.copyOf(excluded);
        problems = List.copyOf(problems);
    }

    /**
     * So many get nothing for that reason.
     *
     * @param reason a code of {@link Reason}
     */
    public record Exclusion(String reason, long people) {
        static Exclusion of(Reason reason, long people) {
            return new Exclusion(reason.code(), people);
        }
    }
}
