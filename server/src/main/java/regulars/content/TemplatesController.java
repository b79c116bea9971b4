package regulars.content;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

@RestController
@RequestMapping("/api/v1/templates")
@Needs(Permission.CONTENT_READ)
class TemplatesController {
    private final Templates templates;
    private final TemplatePreviews previews;
    private final CurrentActor actor;

    TemplatesController(Templates templates, TemplatePreviews previews, CurrentActor actor) {
        this.templates = templates;
        this.previews = previews;
        this.actor = actor;
    }

    @GetMapping
    TemplatePage list(
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, 200);
        var page = templates.page(after, search, archived, size);
        return new TemplatePage(
                page.stream().map(TemplateItem::of).toList(),
                page.size() < size ? null : page.getLast().id());
    }

    @GetMapping("/starters")
    List<StarterTemplate> starters(@RequestParam(required = false) @Nullable String language) {
        return StarterTemplates.in(language == null ? "en" : language);
    }

    @GetMapping("/{id}")
    TemplateView get(@PathVariable UUID id) {
        return templates.get(id);
    }

    @GetMapping("/{id}/versions/{version}")
    TemplateView version(@PathVariable UUID id, @PathVariable int version) {
        return templates.get(id, version);
    }

    @PostMapping
    @Needs(Permission.CONTENT_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    TemplateView create(@RequestBody TemplateDraft draft) {
        return templates.create(draft, actor.get());
    }

    @PutMapping("/{id}")
    @Needs(Permission.CONTENT_EDIT)
    TemplateView change(@PathVariable UUID id, @RequestBody TemplateChange change) {
        return templates.change(id, change.baseVersion(), change.draft(), actor.get());
    }

    @DeleteMapping("/{id}")
    @Needs(Permission.CONTENT_EDIT)
    TemplateView archive(@PathVariable UUID id) {
        return templates.archive(id, true);
    }

    @PostMapping("/{id}/restore")
    @Needs(Permission.CONTENT_EDIT)
    TemplateView restore(@PathVariable UUID id) {
        return templates.archive(id, false);
    }

    @PostMapping("/preview")
    TemplatePreview preview(@RequestBody TemplatePreviewRequest request) {
        return previews.preview(request.draft(), request.customerId());
    }

    /** {@code next} is the {@code after} of the following page; null on the last one. */
    record TemplatePage(List<TemplateItem> items, @Nullable UUID next) {}

    /** A line of the list. */
    record TemplateItem(
            UUID id,
            int version,
            String name,
            MessageType type,
            String language,
            String subject,
            TemplateFormat format,
            Instant updatedAt) {
        static TemplateItem of(TemplateView view) {
            var draft = view.draft();
            return new TemplateItem(
                    view.id(),
                    view.version(),
                    draft.name(),
                    draft.type(),
                    draft.language().toLowerCase(Locale.ROOT),
                    draft.subject(),
                    draft.format(),
                    view.updatedAt());
        }
    }

    /** A new version, and the one it was made from. */
    record TemplateChange(int baseVersion, TemplateDraft draft) {}

    /** A draft as it stands in the editor, seen by a customer or, without one, by a sample person. */
    record TemplatePreviewRequest(
            TemplateDraft draft, @Nullable UUID customerId) {}
}
