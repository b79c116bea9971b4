package regulars.insight;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.CurrentActor;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

@RestController
@RequestMapping("/api/v1/insight")
@Needs(Permission.INSIGHT_READ)
class InsightController {
    private final Overview overview;
    private final Rfm rfm;
    private final Matrix matrix;
    private final CurrentActor actor;

    InsightController(Overview overview, Rfm rfm, Matrix matrix, CurrentActor actor) {
        this.overview = overview;
        this.rfm = rfm;
        this.matrix = matrix;
        this.actor = actor;
    }

    @GetMapping("/overview")
    OverviewFigures overview(
            @RequestParam(defaultValue = "30") int days, @RequestParam(defaultValue = "90") int activeDays) {
        return overview.figures(days, activeDays);
    }

    @GetMapping("/rfm")
    RfmGrid rfm(@RequestParam(required = false) @Nullable UUID scheme) {
        return rfm.grid(scheme);
    }

    @GetMapping("/rfm/schemes")
    SchemeList rfmSchemes() {
        return new SchemeList(rfm.versions());
    }

    @PostMapping("/rfm/preview")
    RfmGrid previewRfm(@RequestBody RfmRequest request) {
        return rfm.preview(request.scheme());
    }

    @PostMapping("/rfm/schemes")
    @Needs(Permission.INSIGHT_EDIT)
    RfmGrid makeRfm(@RequestBody RfmRequest request) {
        return rfm.make(request.scheme(), actor.get());
    }

    @GetMapping("/matrix")
    MatrixGrid matrix(@RequestParam(required = false) @Nullable UUID scheme) {
        return matrix.grid(scheme);
    }

    @GetMapping("/matrix/schemes")
    SchemeList matrixSchemes() {
        return new SchemeList(matrix.versions());
    }

    @PostMapping("/matrix/preview")
    MatrixGrid previewMatrix(@RequestBody MatrixRequest request) {
        return matrix.preview(request.scheme());
    }

    @PostMapping("/matrix/schemes")
    @Needs(Permission.INSIGHT_EDIT)
    MatrixGrid makeMatrix(@RequestBody MatrixRequest request) {
        return matrix.make(request.scheme(), actor.get());
    }

    /** Newest first; the first is in force. */
    record SchemeList(List<SchemeView> items) {}

    /** All thresholds for a scheme by hand, none for an automatic one. */
    record RfmRequest(
            @Nullable Integer periodDays,
            @Nullable List<Long> recency,
            @Nullable List<Long> frequency,
            @Nullable List<Long> monetary) {
        SchemeRequest<RfmThresholds> scheme() {
            if (recency == null && frequency == null && monetary == null) return new SchemeRequest<>(periodDays, null);
            var thresholds = new RfmThresholds(bounds(recency), bounds(frequency), bounds(monetary));
            return new SchemeRequest<>(periodDays, thresholds.checked());
        }
    }

    /** All thresholds for a scheme by hand, none for an automatic one. */
    record MatrixRequest(
            @Nullable Integer periodDays,
            @Nullable List<Long> frequency,
            @Nullable List<Long> check) {
        SchemeRequest<MatrixThresholds> scheme() {
            if (frequency == null && check == null) return new SchemeRequest<>(periodDays, null);
            return new SchemeRequest<>(periodDays, new MatrixThresholds(bounds(frequency), bounds(check)).checked());
        }
    }

    private static Bounds bounds(@Nullable List<Long> tops) {
        return new Bounds(tops == null ? List.of() : tops);
    }
}
