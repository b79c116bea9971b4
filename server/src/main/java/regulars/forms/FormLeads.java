package regulars.forms;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import regulars.collect.SubjectKey;
import regulars.customers.Accepted;
import regulars.customers.CustomerIntake;
import regulars.customers.CustomerKeys;
import regulars.customers.Customers;
import regulars.customers.IncomingCustomer;
import regulars.customers.Origin;
import regulars.customers.ProfileField;
import regulars.forms.Submissions.Submission;
import regulars.kernel.Actor;

/**
 * Whose a submission is. Who is new becomes a customer with all they said; the form is their source. Of somebody
 * known, what a stranger says in their name is kept word for word in a record of the form, and changes nothing on
 * their card: anybody can type another's address. Whoever came by a signed link of a letter to them is believed.
 */
@Component
class FormLeads {
    private static final String KIND = "api";

    private final CustomerIntake intake;
    private final Customers customers;
    private final CustomerKeys keys;

    FormLeads(CustomerIntake intake, Customers customers, CustomerKeys keys) {
        this.intake = intake;
        this.customers = customers;
        this.keys = keys;
    }

    /**
     * Whose it is.
     *
     * @param subject null of somebody who was erased: nothing may be kept of them
     * @param customer their number; meaningless for the erased
     * @param outcome {@code created}, {@code known} or {@code erased}
     * @param trusted whether the visitor is known to be that person: they are new, or came by a letter to them
     */
    record Lead(@Nullable Long subject, int customer, String outcome, boolean trusted) {}

    Lead take(Submission given, Instant now) {
        var actor = new Actor("form", given.form().slug());
        var origin = intake.origin("form/" + given.form().slug(), KIND, actor);
        var linked = given.page().customer();
        return linked == null ? ofStranger(origin, given.answers()) : ofLetter(origin, given.answers(), linked);
    }

    private Lead ofLetter(Origin origin, FormAnswers answers, UUID customer) {
        var ref = customers.find(customer);
        var key = SubjectKey.manual(ref.id().toString());
        intake.edit(origin, ref, said(key, answers));
        return new Lead(intake.subjectByHand(ref, origin.actor()), ref.number(), "known", true);
    }

    private Lead ofStranger(Origin origin, FormAnswers answers) {
        var email = answers.email();
        var contact = email == null ? ProfileField.PHONE : ProfileField.EMAIL;
        var address = Objects.requireNonNull(answers.profile().get(contact));
        var key = email == null ? SubjectKey.phone(address) : SubjectKey.email(address);
        var found = keys.find(List.of(address)).get(address);
        if (found != null) {
            intake.know(origin, Map.of(key, found.customer()));
            return ofKnown(origin, key, answers);
        }
        var first = intake.identify(origin, List.of(IncomingCustomer.identified(key, only(contact, address))))
                .getFirst();
        return switch (first.outcome()) {
            case CREATED -> {
                intake.accept(origin, List.of(said(key, answers)));
                yield new Lead(first.subjectNumber(), first.customerNumber(), "created", true);
            }
            case UPDATED, UNCHANGED -> ofKnown(origin, key, answers);
            case ERASED -> new Lead(null, first.customerNumber(), "erased", false);
        };
    }

    /** What was said is kept, and nothing of it counts. */
    private Lead ofKnown(Origin origin, SubjectKey key, FormAnswers answers) {
        var record = new IncomingCustomer(key, Map.of(), Map.of(), Map.of(), answers.words());
        var accepted = intake.accept(origin, List.of(record)).getFirst();
        if (accepted.outcome() == Accepted.Outcome.ERASED)
            return new Lead(null, accepted.customerNumber(), "erased", false);
        return new Lead(accepted.subjectNumber(), accepted.customerNumber(), "known", false);
    }

    private static Map<ProfileField, @Nullable String> only(ProfileField field, String value) {
        var one = new EnumMap<ProfileField, @Nullable String>(ProfileField.class);
        one.put(field, value);
        return one;
    }

    private static IncomingCustomer said(SubjectKey key, FormAnswers answers) {
        var profile = new EnumMap<ProfileField, @Nullable String>(ProfileField.class);
        profile.putAll(answers.profile());
        var statements = new LinkedHashMap<>(answers.words());
        return new IncomingCustomer(key, profile, answers.given(), answers.attributes(), statements);
    }

    /**
     * Those of the fields whose answer is on the person's card already; the answers themselves are nobody's business.
     */
    java.util.Set<String> known(FormDefinition form, @Nullable UUID customer) {
        var known = new java.util.HashSet<String>();
        if (customer == null) return known;
        for (var person : customers.recipients(List.of(customers.find(customer).number()))) {
            for (FormField field : form.fields())
                if (field.progressive() && KnownFields.has(person, field)) known.add(field.key());
        }
        return known;
    }
}
