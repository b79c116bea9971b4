package regulars.forms;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import regulars.customers.CustomerSummary;
import regulars.customers.Customers;
import regulars.customers.FieldRights;
import regulars.customers.FieldSight;
import regulars.forms.FormsController.FormSubmission;
import regulars.forms.SubmissionStore.Kept;

/**
 * What was submitted and what became of each. Whoever does not see a person does not see what they answered, and of
 * an answer that belongs to a field of people they see what they see of the field.
 */
@Service
class FormSubmissions {
    private final SubmissionStore store;
    private final ConfirmationStore confirmations;
    private final FormStore forms;
    private final Customers customers;
    private final FieldRights rights;

    FormSubmissions(
            SubmissionStore store,
            ConfirmationStore confirmations,
            FormStore forms,
            Customers customers,
            FieldRights rights) {
        this.store = store;
        this.confirmations = confirmations;
        this.forms = forms;
        this.customers = customers;
        this.rights = rights;
    }

    List<FormSubmission> page(UUID form, @Nullable UUID after, int limit) {
        var page = store.page(form, after, limit);
        var people = people(page);
        var asked = confirmations.of(page.stream().map(Kept::id).toList());
        var sight = rights.sight();
        var targets = targets(form);
        var shown = page.stream()
                .map(one -> {
                    var person = one.subject() == null ? null : people.get(one.subject());
                    var answers = person == null
                            ? Map.<String, String>of()
                            : seen(one, targets.getOrDefault(one.version(), Map.of()), sight);
                    return shown(one, person, answers, asked);
                })
                .toList();
        audit(sight, shown, targets);
        return shown;
    }

    /** Those in the caller's sight, by the subject of their submission. */
    private Map<Long, CustomerSummary> people(List<Kept> page) {
        var subjects = page.stream().map(Kept::subject).filter(Objects::nonNull).toList();
        var numbers = customers.customersOf(subjects);
        var ids = customers.ids(new HashSet<>(numbers.values()));
        var byId = customers.summaries(new LinkedHashSet<>(numbers.values())).stream()
                .collect(Collectors.toMap(CustomerSummary::id, one -> one));
        var people = new HashMap<Long, CustomerSummary>();
        numbers.forEach((subject, number) -> {
            var person = byId.get(ids.get(number));
            if (person != null) people.put(subject, person);
        });
        return people;
    }

    /** Of each version the field of people that an answer belongs to, by the field of the form. */
    private Map<Integer, Map<String, String>> targets(UUID form) {
        var targets = new HashMap<Integer, Map<String, String>>();
        for (FormVersion version : forms.versions(form)) {
            var of = new HashMap<String, String>();
            for (FormField field : version.definition().fields()) {
                var target = field.kind().isContact() ? field.kind().code() : field.target();
                if (target != null) of.put(field.key(), target);
            }
            targets.put(version.version(), of);
        }
        return targets;
    }

    private static Map<String, String> seen(Kept one, Map<String, String> targets, FieldSight sight) {
        var seen = new LinkedHashMap<String, String>();
        one.answers().forEach((key, answer) -> {
            var target = targets.get(key);
            if (target == null || sight.sees(target)) seen.put(key, answer);
        });
        return seen;
    }

    private void audit(FieldSight sight, List<FormSubmission> shown, Map<Integer, Map<String, String>> targets) {
        var keys = new HashSet<String>();
        for (FormSubmission one : shown) {
            for (String key : one.answers().keySet()) {
                var target = targets.getOrDefault(one.version(), Map.of()).get(key);
                if (target != null && target.startsWith(FormField.ATTRIBUTE))
                    keys.add(target.substring(FormField.ATTRIBUTE.length()));
            }
        }
        rights.read(sight, shown.size() + " submissions", keys);
    }

    private static FormSubmission shown(
            Kept one,
            @Nullable CustomerSummary person,
            Map<String, String> answers,
            Map<UUID, Optional<Instant>> asked) {
        var answered = asked.get(one.id());
        return new FormSubmission(
                one.id(),
                one.version(),
                one.at(),
                one.visit().via(),
                one.visit().language(),
                person == null ? null : one.visit().page(),
                one.outcome(),
                person == null ? null : person.id(),
                person == null ? null : person.name(),
                answers,
                one.consents(),
                answered != null && answered.isEmpty(),
                answered == null ? null : answered.orElse(null));
    }
}
