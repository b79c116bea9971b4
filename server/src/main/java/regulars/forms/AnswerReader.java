package regulars.forms;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import regulars.customers.Attribute;
import regulars.customers.ProfileField;
import regulars.forms.FormAnswers.AnswerProblem;
import regulars.kernel.Fault;

/**
 * Reads what a visitor answered. Fields that were not shown have no answer, whatever was sent; what the form does not
 * ask is not looked at. For one submission; used by one thread.
 */
final class AnswerReader {
    private static final int LONGEST = 500;
    private static final int LONGEST_LONG = 5_000;
    private static final Map<String, ProfileField> PROFILE =
            java.util.Arrays.stream(ProfileField.values()).collect(Collectors.toMap(ProfileField::key, field -> field));

    private final FormDefinition form;
    private final Map<String, Attribute> attributes;
    private final @Nullable String country;
    private final LocalDate today;

    private final Map<String, String> words = new LinkedHashMap<>();
    private final Map<ProfileField, String> profile = new EnumMap<>(ProfileField.class);
    private final Map<ProfileField, String> given = new EnumMap<>(ProfileField.class);
    private final Map<Attribute, Object> values = new LinkedHashMap<>();
    private final List<AnswerProblem> problems = new ArrayList<>();

    /** @param country where phone numbers without a code are; null when unknown */
    AnswerReader(FormDefinition form, List<Attribute> attributes, @Nullable String country, LocalDate today) {
        this.form = form;
        this.attributes = attributes.stream().collect(Collectors.toMap(Attribute::key, one -> one));
        this.country = country;
        this.today = today;
    }

    /**
     * @param raw what was sent, by field
     * @param ticks the keys of the boxes
     * @param skipped fields that were not asked because the answer is known
     */
    FormAnswers read(Map<String, String> raw, Set<String> ticks, Set<String> skipped) {
        for (FormField field : form.fields()) {
            if (field.kind() == FieldKind.NOTE || skipped.contains(field.key()) || !isShown(field)) continue;
            read(field, raw.getOrDefault(field.key(), "").strip());
        }
        boolean contactAsked =
                form.fields().stream().noneMatch(field -> field.kind().isContact() && skipped.contains(field.key()));
        if (problems.isEmpty() && contactAsked && words.keySet().stream().noneMatch(this::isContact)) {
            form.fields().stream()
                    .filter(field -> field.kind().isContact())
                    .findFirst()
                    .ifPresent(field -> problems.add(new AnswerProblem(field.key(), "contact")));
        }
        var ticked = form.consents().stream()
                .filter(box -> ticks.contains(box.key()))
                .toList();
        for (ConsentBox box : form.consents())
            if (box.required() && !ticked.contains(box)) problems.add(new AnswerProblem(box.key(), "required"));
        return new FormAnswers(words, profile, given, values, ticked, problems);
    }

    private boolean isContact(String key) {
        return form.field(key).filter(field -> field.kind().isContact()).isPresent();
    }

    private boolean isShown(FormField field) {
        var when = field.showWhen();
        return when == null || when.holds(words.get(when.field()));
    }

    private void read(FormField field, String text) {
        if (text.isEmpty() || field.kind() == FieldKind.CHECKBOX && !text.equals("true")) {
            if (field.required()) problems.add(new AnswerProblem(field.key(), "required"));
            return;
        }
        var wrong = wrong(field, text);
        if (wrong != null) {
            problems.add(new AnswerProblem(field.key(), wrong));
            return;
        }
        words.put(field.key(), text);
    }

    /** Keeps the answer where it belongs; why it cannot be one, else null. */
    private @Nullable String wrong(FormField field, String text) {
        int longest = field.kind() == FieldKind.LONG_TEXT ? LONGEST_LONG : LONGEST;
        if (text.length() > longest) return "long";
        if (text.chars().anyMatch(letter -> isUnusable(letter, field.kind())) || hasLoneSurrogate(text)) return "text";
        return switch (field.kind()) {
            case EMAIL -> kept(ProfileField.EMAIL, text) ? null : "email";
            case PHONE -> kept(ProfileField.PHONE, text) ? null : "phone";
            case CHOICE -> isOption(field, text) && kept(field, text) ? null : "choice";
            case NUMBER -> isNumber(text) && kept(field, text) ? null : "number";
            case DATE -> isDate(text) && kept(field, text) ? null : "date";
            case TEXT, LONG_TEXT, CHECKBOX -> kept(field, text) ? null : "text";
            case NOTE -> null;
        };
    }

    private static boolean isUnusable(int letter, FieldKind kind) {
        boolean between = letter == '\n' || letter == '\r' || letter == '\t';
        return Character.isISOControl(letter) && !(between && kind == FieldKind.LONG_TEXT);
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    private static boolean isOption(FormField field, String text) {
        return field.options().stream().anyMatch(option -> option.value().equals(text));
    }

    private static boolean isNumber(String text) {
        try {
            Attribute.number(new BigDecimal(text));
            return true;
        } catch (ArithmeticException | NumberFormatException e) {
            return false;
        }
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private boolean kept(FormField field, String text) {
        var target = field.target();
        if (target == null) return true;
        if (target.startsWith(FormField.ATTRIBUTE)) {
            var attribute = attributes.get(target.substring(FormField.ATTRIBUTE.length()));
            return attribute == null || kept(attribute, text); // archived meanwhile: it stays with the submission
        }
        var place = PROFILE.get(target);
        return place == null || kept(place, text);
    }

    private boolean kept(Attribute attribute, String text) {
        try {
            values.put(attribute, attribute.parse(text));
            return true;
        } catch (Fault e) {
            return false;
        }
    }

    private boolean kept(ProfileField place, String text) {
        try {
            var value = place.normalise(text, country);
            if (place == ProfileField.BIRTH_DATE) ProfileField.born(value, today);
            profile.put(place, value);
            boolean address = place == ProfileField.EMAIL || place == ProfileField.PHONE;
            if (address && !value.equals(text)) given.put(place, text);
            return true;
        } catch (Fault e) {
            return false;
        }
    }
}
