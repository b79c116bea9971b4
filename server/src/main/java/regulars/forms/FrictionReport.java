package regulars.forms;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import regulars.forms.Friction.FrictionEstimate;

/**
 * Where people stop, and what each field costs. Versions followed one another: what else changed between them is in the
 * figures, too.
 *
 * @param ratioPerField by how much one more field multiplies the conversion; null while the figures are too small
 */
record FrictionReport(
        List<VersionFriction> versions,
        List<VersionStep> steps,
        @Nullable FrictionEstimate ratioPerField) {
    /**
     * One version.
     *
     * @param questions how many things it asks
     * @param kinds how many of each kind
     * @param plain what came without a script, which tells neither views nor beginnings, or on paper
     * @param refused by reason
     * @param conversion submissions of the views; null without views
     */
    record VersionFriction(
            int version,
            Instant publishedAt,
            int questions,
            Map<String, Integer> kinds,
            long views,
            long starts,
            long submits,
            long plain,
            Map<String, Long> refused,
            List<LeftField> left,
            @Nullable FrictionEstimate conversion) {}

    /** A field after which people went away. @param share of those who had begun */
    record LeftField(String field, String kind, Map<String, String> label, long count, double share) {}

    /**
     * From a version to the next one.
     *
     * @param added keys of fields
     * @param change of the conversion; null while the figures are too small
     */
    record VersionStep(
            int from,
            int to,
            List<String> added,
            List<String> removed,
            @Nullable FrictionEstimate change) {}
}
