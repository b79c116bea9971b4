package regulars.forms;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import regulars.access.PageTexts;
import regulars.customers.Attribute;
import regulars.customers.AttributeType;
import regulars.customers.ProfileField;

/** What is wrong with a form, before anybody sees it. For one form; used by one thread. */
final class FormCheck {
    static final Map<String, FieldKind> PROFILE = Map.ofEntries(
            Map.entry(ProfileField.GIVEN_NAME.key(), FieldKind.TEXT),
            Map.entry(ProfileField.MIDDLE_NAME.key(), FieldKind.TEXT),
            Map.entry(ProfileField.FAMILY_NAME.key(), FieldKind.TEXT),
            Map.entry(ProfileField.FULL_NAME.key(), FieldKind.TEXT),
            Map.entry(ProfileField.COUNTRY.key(), FieldKind.TEXT),
            Map.entry(ProfileField.REGION.key(), FieldKind.TEXT),
            Map.entry(ProfileField.CITY.key(), FieldKind.TEXT),
            Map.entry(ProfileField.DISTRICT.key(), FieldKind.TEXT),
            Map.entry(ProfileField.BIRTH_DATE.key(), FieldKind.DATE),
            Map.entry(ProfileField.SEX.key(), FieldKind.CHOICE),
            Map.entry(ProfileField.LANGUAGE.key(), FieldKind.CHOICE));
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,40}");
    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");
    private static final Pattern SITE = Pattern.compile("https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?");
    private static final Set<String> MODES = Set.of("auto", "light", "dark");
    private static final Set<String> CHANNELS = Set.of("email", "sms", "phone");
    private static final Set<String> PURPOSES = Set.of(ConsentBox.PROCESSING, "marketing", "service");
    private static final int MOST_FIELDS = 60;
    private static final int MOST_OPTIONS = 50;
    private static final int MOST_CONSENTS = 10;
    private static final int MOST_SITES = 20;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_REMEMBERED = 365;

    private final FormDefinition form;
    private final Map<String, Attribute> attributes;
    private final List<FormProblem> problems = new ArrayList<>();

    private FormCheck(FormDefinition form, List<Attribute> attributes) {
        this.form = form;
        this.attributes = attributes.stream().collect(Collectors.toMap(Attribute::key, one -> one));
    }

    /**
     * What is to be mended.
     *
     * @param code stable; the screens have a sentence for each
     * @param field the key of the field or box, or the part of the form
     */
    record FormProblem(String code, String field) {}

    static List<FormProblem> of(FormDefinition form, List<Attribute> attributes) {
        var check = new FormCheck(form, attributes);
        check.run();
        return check.problems;
    }

    /** What no draft may exceed either. */
    static boolean tooLarge(FormDefinition form) {
        return form.fields().size() > MOST_FIELDS
                || form.consents().size() > MOST_CONSENTS
                || form.sites().size() > MOST_SITES
                || form.languages().size() > PageTexts.LANGUAGES.size()
                || form.fields().stream().anyMatch(field -> field.options().size() > MOST_OPTIONS);
    }

    private void run() {
        if (form.languages().isEmpty() || !Set.copyOf(PageTexts.LANGUAGES).containsAll(form.languages()))
            add("languages", "languages");
        text(form.title(), "title", "title");
        text(form.button(), "button", "button");
        if (form.redirect() == null) text(form.thanks(), "thanks", "thanks");
        bounded(form.intro(), "intro");
        if (form.fields().stream().noneMatch(field -> field.kind().isContact())) add("contactMissing", "fields");
        fields();
        consents();
        surroundings();
    }

    private void fields() {
        var earlier = new HashSet<String>();
        var targets = new HashSet<String>();
        for (FormField field : form.fields()) {
            if (!KEY.matcher(field.key()).matches()) add("keyInvalid", field.key());
            text(field.label(), "label", field.key());
            bounded(field.hint(), field.key());
            var shown = field.showWhen();
            if (shown != null && !earlier.contains(shown.field())) add("conditionUnknown", field.key());
            if (!earlier.add(field.key())) add("keyTwice", field.key());
            var target = field.kind().isContact() ? field.kind().code() : field.target();
            if (target != null && !targets.add(target)) add("targetTwice", field.key());
            if (field.kind() == FieldKind.CHOICE) options(field);
            target(field);
        }
    }

    private void options(FormField field) {
        if (field.options().isEmpty()) add("optionsMissing", field.key());
        var values = new HashSet<String>();
        for (var option : field.options()) {
            if (option.value().isBlank() || !values.add(option.value())) add("optionTwice", field.key());
            text(option.label(), "label", field.key());
        }
    }

    private void target(FormField field) {
        var target = field.target();
        if (target == null) return;
        if (!target.startsWith(FormField.ATTRIBUTE)) {
            if (PROFILE.get(target) != field.kind()) add("targetUnfit", field.key());
            return;
        }
        var attribute = attributes.get(target.substring(FormField.ATTRIBUTE.length()));
        if (attribute == null) add("attributeUnknown", field.key());
        else if (!fits(field, attribute)) add("targetUnfit", field.key());
    }

    private static boolean fits(FormField field, Attribute attribute) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT -> attribute.type() == AttributeType.TEXT;
            case NUMBER -> attribute.type() == AttributeType.NUMBER;
            case DATE -> attribute.type() == AttributeType.DATE;
            case CHECKBOX -> attribute.type() == AttributeType.BOOLEAN;
            case CHOICE ->
                attribute.type() == AttributeType.TEXT
                        || attribute.type() == AttributeType.CHOICE
                                && field.options().stream()
                                        .allMatch(option -> attribute.options().stream()
                                                .anyMatch(one -> one.code().equals(option.value())));
            case EMAIL, PHONE, NOTE -> false;
        };
    }

    private void consents() {
        var keys = new HashSet<String>();
        var asked = new HashSet<String>();
        for (ConsentBox box : form.consents()) {
            if (!KEY.matcher(box.key()).matches() || !keys.add(box.key())) add("keyTwice", box.key());
            if (!PURPOSES.contains(box.purpose())) add("purposeUnknown", box.key());
            if (!asked.add(box.purpose() + " " + box.channel())) add("consentTwice", box.key());
            if (box.required() && !box.isProcessing()) add("consentForced", box.key());
            text(box.text(), "text", box.key());
            channel(box);
        }
    }

    private void channel(ConsentBox box) {
        var channel = box.channel();
        if (box.isProcessing()) {
            if (channel != null) add("channelUnfit", box.key());
        } else if (channel == null || !CHANNELS.contains(channel)) {
            add("channelUnfit", box.key());
        } else if (form.field(channel.equals("email") ? FieldKind.EMAIL : FieldKind.PHONE)
                .isEmpty()) {
            add("channelWithoutField", box.key());
        }
    }

    private void surroundings() {
        for (String site : form.sites()) if (!SITE.matcher(site).matches()) add("siteInvalid", "sites");
        if (form.redirect() != null && !isOnASite(form.redirect())) add("redirectElsewhere", "redirect");
        if (!COLOR.matcher(form.theme().accent()).matches()) add("colorInvalid", "theme");
        if (!MODES.contains(form.theme().mode())) add("colorInvalid", "theme");
        var popup = form.popup();
        if (popup == null) return;
        if (popup.rememberDays() < 0 || popup.rememberDays() > LONGEST_REMEMBERED) add("popupInvalid", "popup");
        if (popup.delaySeconds() == null && popup.scrollPercent() == null && !popup.exitIntent())
            add("popupNever", "popup");
    }

    private boolean isOnASite(String redirect) {
        var origin = origin(redirect);
        return origin != null && form.sites().contains(origin);
    }

    /** The origin of an address; null when it is none of the web. */
    static @Nullable String origin(String address) {
        try {
            var uri = URI.create(address);
            if (uri.getHost() == null || uri.getUserInfo() != null) return null;
            if (!"https".equals(uri.getScheme()) && !"http".equals(uri.getScheme())) return null;
            return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A text that has to be there in every language of the form. */
    private void text(Map<String, String> texts, String what, String field) {
        for (String language : form.languages()) {
            var text = texts.get(language);
            if (text != null && !text.isBlank()) continue;
            add(what + "Missing", field);
            break;
        }
        bounded(texts, field);
    }

    private void bounded(Map<String, String> texts, String field) {
        if (texts.values().stream().anyMatch(text -> text.length() > LONGEST_TEXT)) add("textTooLong", field);
    }

    private void add(String code, String field) {
        var problem = new FormProblem(code, field);
        if (!problems.contains(problem)) problems.add(problem);
    }
}
