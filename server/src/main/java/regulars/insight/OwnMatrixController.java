package regulars.insight;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.CurrentActor;
import regulars.insight.CrossTable.CrossedPeople;
import regulars.insight.OwnMatrices.OwnMatrixVersion;
import regulars.insight.OwnMatrices.OwnMatrixView;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.segments.GridSide;
import regulars.segments.RuleSight;

/** Matrices of one's own: any two measures, tried, kept and brought back. */
@RestController
@RequestMapping("/api/v1/insight")
@Needs(Permission.INSIGHT_READ)
class OwnMatrixController {
    private final CrossTable table;
    private final OwnMatrices matrices;
    private final RuleSight sight;
    private final CurrentActor actor;

    OwnMatrixController(CrossTable table, OwnMatrices matrices, RuleSight sight, CurrentActor actor) {
        this.table = table;
        this.matrices = matrices;
        this.sight = sight;
        this.actor = actor;
    }

    /** How many people are where the bands of two sides meet. */
    @PostMapping("/cross/preview")
    CrossedPeople cross(@RequestBody CrossQuestion question) {
        return table.of(seen(question.sides()));
    }

    /** Those that are kept, by name; without those that measure what is hidden from the caller. */
    @GetMapping("/own-matrices")
    OwnMatrixList matrices() {
        return new OwnMatrixList(matrices.list().stream()
                .filter(one -> sight.admits(one.rows()) && sight.admits(one.columns()))
                .toList());
    }

    @PostMapping("/own-matrices")
    @Needs(Permission.INSIGHT_EDIT)
    OwnMatrixView make(@RequestBody OwnMatrixRequest request) {
        return matrices.make(request.name(), seen(request.sides()), actor.get());
    }

    /** Another name, or other sides as a new version. */
    @PutMapping("/own-matrices/{id}")
    @Needs(Permission.INSIGHT_EDIT)
    OwnMatrixView change(@PathVariable UUID id, @RequestBody OwnMatrixRequest request) {
        return matrices.change(id, request.version(), request.name(), seen(request.sides()), actor.get());
    }

    /** The measures and borders there were, the newest first. */
    @GetMapping("/own-matrices/{id}/versions")
    OwnMatrixVersionList versions(@PathVariable UUID id) {
        var versions = matrices.versions(id).stream()
                .filter(one -> sight.admits(one.rows()) && sight.admits(one.columns()))
                .toList();
        return new OwnMatrixVersionList(versions);
    }

    /** Takes it from the list. Rules that ask about its cells go on. */
    @DeleteMapping("/own-matrices/{id}")
    @Needs(Permission.INSIGHT_EDIT)
    void delete(@PathVariable UUID id) {
        matrices.delete(id);
    }

    @PostMapping("/own-matrices/{id}/restore")
    @Needs(Permission.INSIGHT_EDIT)
    OwnMatrixView restore(@PathVariable UUID id) {
        return matrices.restore(id);
    }

    private OwnSides seen(OwnSides sides) {
        sight.require(sides.rows());
        sight.require(sides.columns());
        return sides;
    }

    record CrossQuestion(GridSide rows, GridSide columns) {
        OwnSides sides() {
            return new OwnSides(rows, columns);
        }
    }

    /** @param version that the change was made on; absent for a new matrix */
    record OwnMatrixRequest(@Nullable UUID version, String name, GridSide rows, GridSide columns) {
        OwnSides sides() {
            return new OwnSides(rows, columns);
        }
    }

    record OwnMatrixList(List<OwnMatrixView> items) {}

    record OwnMatrixVersionList(List<OwnMatrixVersion> items) {}
}
