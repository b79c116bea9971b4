package regulars.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import regulars.forms.Submissions.Submission;

/** Forms as visitors find them. */
@Component
class PublishedForms {
    private final FormStore store;

    PublishedForms(FormStore store) {
        this.store = store;
    }

    /** A form with the version that is shown. */
    record Published(FormView form, int version, FormDefinition definition) {}

    /** @throws regulars.kernel.Fault when there is none at this address */
    Published at(String slug) {
        return store.find(slug)
                .filter(form -> !form.archived())
                .flatMap(form -> version(form, form.published() == null ? 0 : form.published()))
                .orElseThrow(() -> Forms.unknown(slug));
    }

    /** The form as it was when a page was given out. */
    Published as(String slug, FormTicket page) {
        var now = at(slug);
        if (!now.form().id().equals(page.form())) throw Forms.unknown(slug);
        return version(now.form(), page.version()).orElseThrow(() -> Forms.unknown(slug));
    }

    /** A form as it was, whether it is open to strangers now or not. */
    Published as(UUID form, int version) {
        return store.find(form)
                .flatMap(found -> version(found, version))
                .orElseThrow(() -> Forms.unknown(form.toString()));
    }

    private Optional<Published> version(FormView form, int version) {
        return store.version(form.id(), version).map(one -> new Published(form, version, one.definition()));
    }

    /** What was submitted, with the words that were shown then; without a card, for that was written long ago. */
    Optional<Submission> again(SubmissionStore.Kept kept) {
        var form = store.find(kept.form());
        var version = store.version(kept.form(), kept.version());
        if (form.isEmpty() || version.isEmpty()) return Optional.empty();
        var definition = version.get().definition();
        var ticked = definition.consents().stream()
                .filter(box -> kept.consents().contains(box.key()))
                .toList();
        var answers = new FormAnswers(kept.answers(), Map.of(), Map.of(), Map.of(), ticked, List.of());
        var page = new FormTicket(kept.form(), kept.version(), kept.at(), kept.key(), 0, null);
        return Optional.of(new Submission(form.get(), definition, page, answers, kept.visit()));
    }
}
