package regulars.forms;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.CurrentActor;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

/** Forms for their authors. */
@RestController
@RequestMapping("/api/v1/forms")
@Needs(Permission.CONTENT_READ)
class FormsController {
    private final Forms forms;
    private final FormSubmissions submissions;
    private final FrictionReports friction;
    private final CurrentActor actor;

    FormsController(Forms forms, FormSubmissions submissions, FrictionReports friction, CurrentActor actor) {
        this.forms = forms;
        this.submissions = submissions;
        this.friction = friction;
        this.actor = actor;
    }

    /** {@code next} is the {@code after} of the following page; null on the last one. */
    record FormPage(List<FormLine> items, @Nullable UUID next) {}

    record NewForm(String slug, String name, FormDefinition draft) {}

    /** @param base the revision that was read */
    record FormChange(int base, String name, FormDefinition draft) {}

    record FormVersionList(List<FormVersion> items) {}

    record FormPreviewRequest(FormDefinition draft, String language) {}

    /** A form as visitors would see it, and what stands in the way of publishing. */
    record FormPreview(String html, String css, List<FormCheck.FormProblem> problems) {}

    /** What was submitted, as far as the caller may see it. {@code next} as in the list of forms. */
    record FormSubmissionPage(
            List<FormSubmission> items, @Nullable UUID next) {}

    /**
     * One filled-in form.
     *
     * @param customer null when the person was erased, or is out of the caller's sight; then there are no answers
     *     either
     * @param confirmed when the address confirmed; null when it was not asked, or has not
     */
    record FormSubmission(
            UUID id,
            int version,
            Instant at,
            String via,
            String language,
            @Nullable String page,
            String outcome,
            @Nullable UUID customer,
            @Nullable String name,
            Map<String, String> answers,
            List<String> consents,
            boolean waiting,
            @Nullable Instant confirmed) {}

    @GetMapping
    FormPage list(
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, 200);
        var page = forms.page(after, archived, size);
        return new FormPage(page, page.size() < size ? null : page.getLast().id());
    }

    @PostMapping
    @Needs(Permission.CONTENT_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    FormView create(@RequestBody NewForm wanted) {
        return forms.create(wanted.slug(), wanted.name(), wanted.draft());
    }

    @GetMapping("/{id}")
    FormView get(@PathVariable UUID id) {
        return forms.get(id);
    }

    @PutMapping("/{id}")
    @Needs(Permission.CONTENT_EDIT)
    FormView change(@PathVariable UUID id, @RequestBody FormChange change) {
        return forms.change(id, change.base(), change.name(), change.draft());
    }

    @DeleteMapping("/{id}")
    @Needs(Permission.CONTENT_EDIT)
    FormView archive(@PathVariable UUID id) {
        return forms.archive(id, true);
    }

    @PostMapping("/{id}/restore")
    @Needs(Permission.CONTENT_EDIT)
    FormView restore(@PathVariable UUID id) {
        return forms.archive(id, false);
    }

    @PostMapping("/{id}/publish")
    @Needs(Permission.CONTENT_EDIT)
    FormView publish(@PathVariable UUID id) {
        return forms.publish(id, actor.get());
    }

    @GetMapping("/{id}/versions")
    FormVersionList versions(@PathVariable UUID id) {
        return new FormVersionList(forms.versions(id));
    }

    @PostMapping("/preview")
    FormPreview preview(@RequestBody FormPreviewRequest request) {
        var draft = request.draft();
        var page = new FormHtml.Page("preview", "", 0, 0);
        var spoken = draft.languages().contains(request.language()) ? request.language() : "en";
        var html = FormHtml.of(draft, spoken, page, FormHtml.Filled.nothing(java.util.Set.of()));
        return new FormPreview(html, FormStyle.of(draft.theme()), forms.problems(draft));
    }

    @GetMapping("/{id}/submissions")
    @Needs(value = Permission.CUSTOMERS_READ, audited = true)
    FormSubmissionPage submissions(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, 200);
        var page = submissions.page(forms.get(id).id(), after, size);
        return new FormSubmissionPage(
                page, page.size() < size ? null : page.getLast().id());
    }

    /** Where people stop, and what each field costs. */
    @GetMapping("/{id}/friction")
    FrictionReport friction(@PathVariable UUID id) {
        return friction.of(forms.get(id).id());
    }
}
