package regulars.segments;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import regulars.access.Audit;
import regulars.access.CurrentActor;
import regulars.access.TableDownload;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.kernel.TableFormat;
import regulars.segments.PastMembers.SegmentPast;

/** The members of a past day, told and taken home. */
@RestController
@RequestMapping("/api/v1/segments/{id}")
@Needs(Permission.CUSTOMERS_READ)
class PastMembersController {
    private final Segments segments;
    private final PastMembers past;
    private final CustomerExport files;
    private final RuleSight sight;
    private final Audit audit;
    private final CurrentActor actor;

    PastMembersController(
            Segments segments,
            PastMembers past,
            CustomerExport files,
            RuleSight sight,
            Audit audit,
            CurrentActor actor) {
        this.segments = segments;
        this.past = past;
        this.files = files;
        this.sight = sight;
        this.audit = audit;
        this.actor = actor;
    }

    /** How many there were at the end of a day, and who came and went since. */
    @GetMapping("/past")
    SegmentPast past(@PathVariable UUID id, @RequestParam LocalDate day) {
        sight.require(segments.get(id).rule());
        return past.of(id, day);
    }

    /** The members of a day as a file, streamed, with all that the caller sees of them; without a day, those of now. */
    @GetMapping({"/members/export.csv", "/members/export.xlsx"})
    @Needs(Permission.CUSTOMERS_EXPORT)
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "THEN") MemberPart part,
            TableFormat format) {
        sight.require(segments.get(id).rule());
        var file = files.of(past.members(id, asOf, part).toArray());
        format.requireRoom(file.count());
        var taken = new MembersTaken(id, asOf, part);
        audit.add(actor.get(), "customers.exported", file.count() + " customers", taken);
        return TableDownload.of("members", format, file.header(), file::writeTo);
    }

    private record MembersTaken(UUID segment, @Nullable LocalDate day, MemberPart part) {}
}
