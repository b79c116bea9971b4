package regulars.segments;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.CurrentActor;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.segments.KpiReports.KpiReport;
import regulars.segments.Passports.PassportVersion;

/** What a segment is for, and whether it does that. */
@RestController
@RequestMapping("/api/v1/segments/{id}")
@Needs(Permission.SEGMENTS_READ)
class PassportController {
    private final Segments segments;
    private final Passports passports;
    private final KpiReports reports;
    private final RuleSight sight;
    private final CurrentActor actor;

    PassportController(
            Segments segments, Passports passports, KpiReports reports, RuleSight sight, CurrentActor actor) {
        this.segments = segments;
        this.passports = passports;
        this.reports = reports;
        this.sight = sight;
        this.actor = actor;
    }

    @GetMapping("/passport")
    PassportVersion passport(@PathVariable UUID id) {
        requireSeen(id);
        return passports.of(id);
    }

    /** Everything it ever said, the newest first. */
    @GetMapping("/passports")
    PassportVersionList passports(@PathVariable UUID id) {
        requireSeen(id);
        return new PassportVersionList(passports.versions(id));
    }

    @PutMapping("/passport")
    @Needs(Permission.SEGMENTS_EDIT)
    PassportVersion change(@PathVariable UUID id, @RequestBody PassportEdit edit) {
        requireSeen(id);
        return passports.change(id, edit.version(), edit.passport(), actor.get());
    }

    /** Plan and fact by month of the figure that the passport names, or of another. */
    @GetMapping("/kpi")
    KpiReport kpi(@PathVariable UUID id, @RequestParam(required = false) @Nullable SegmentKpi kpi) {
        requireSeen(id);
        var passport = passports.of(id).passport();
        var named = passport.kpi() == null ? SegmentKpi.MEMBERS : passport.kpi();
        boolean planned = kpi == null || kpi == passport.kpi();
        return reports.of(id, kpi == null ? named : kpi, planned ? passport.plan() : List.of());
    }

    private void requireSeen(UUID id) {
        sight.require(segments.get(id).rule());
    }

    record PassportVersionList(List<PassportVersion> items) {}

    record PassportEdit(int version, Passport passport) {}
}
