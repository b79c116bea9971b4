package regulars.sources;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import regulars.collect.SubjectKey;
import regulars.consent.Channel;
import regulars.customers.Attribute;
import regulars.customers.IncomingCustomer;
import regulars.customers.ProfileField;
import regulars.kernel.Fault;
import regulars.sources.CustomerRow.Claim;
import regulars.sources.CustomerRow.Stop;
import regulars.sources.cells.Decimals;
import regulars.sources.cells.Moments;
import regulars.sources.cells.Words;
import regulars.sources.files.TableRow;

/** Reads the rows of a file of customers. */
final class CustomerRowReader {
    private static final Map<ImportField, ProfileField> PROFILE = profile();
    private static final List<ImportField> ADDRESSES = List.of(ImportField.EMAIL, ImportField.PHONE);
    private static final int LONGEST_ATTRIBUTE = 1000;

    private final ImportPlan plan;
    private final Map<String, UUID> colleagues;
    private final LocalDate today;
    private final Occurrences occurrences = new Occurrences();

    /**
     * @param colleagues who can be given customers, by how a file names them
     * @param today nobody is born after it
     */
    CustomerRowReader(ImportPlan plan, Map<String, UUID> colleagues, LocalDate today) {
        this.plan = plan;
        this.today = today;
        this.colleagues = colleagues;
    }

    private static Map<ImportField, ProfileField> profile() {
        var fields = new EnumMap<ImportField, ProfileField>(ImportField.class);
        for (ProfileField field : ProfileField.values()) {
            ImportField.byKey(field.key()).ifPresent(column -> fields.put(column, field));
        }
        return fields;
    }

    CustomerRow read(TableRow row) throws RowProblem.Rejected {
        var cells = Cells.of(plan, row);
        var leftOut = new ArrayList<RowProblem>();
        var country = forgiving(
                () -> cells.value(ImportField.COUNTRY, text -> ProfileField.COUNTRY.normalise(text, null)),
                new ArrayList<>());
        var region = country == null ? plan.country() : country;
        var profile = new EnumMap<ProfileField, @Nullable String>(ProfileField.class);
        var given = new EnumMap<ProfileField, String>(ProfileField.class);
        for (var one : PROFILE.entrySet()) {
            var field = one.getValue();
            Reading<String> reading = () -> cells.value(one.getKey(), text -> normalised(field, text, region));
            var value = field == ProfileField.EXTERNAL_ID ? reading.read() : forgiving(reading, leftOut);
            if (value == null) continue;
            profile.put(field, value);
            var written = Objects.requireNonNull(cells.text(one.getKey()));
            boolean address = field == ProfileField.EMAIL || field == ProfileField.PHONE;
            if (address && !written.equals(value)) given.put(field, written);
        }
        var key = key(cells, profile, leftOut);
        var claims = claims(cells, profile, leftOut);
        var stops = stops(cells, profile);
        var statements = statements(cells, claims);
        Reading<String> other =
                () -> cells.value(ImportField.ALIAS_ID, text -> ProfileField.EXTERNAL_ID.normalise(text, null));
        var alias = forgiving(other, leftOut);
        if (alias != null) statements.put(ImportField.ALIAS_ID.key(), alias);
        var aliases = alias == null
                ? List.<SubjectKey>of()
                : List.of(SubjectKey.external(plan.origin().sourceCode(), alias));
        var person = new IncomingCustomer(key, profile, given, attributes(cells, leftOut), statements, aliases);
        var owner = forgiving(() -> cells.value(ImportField.OWNER, this::owner), leftOut);
        var ownId = forgiving(() -> cells.value(ImportField.OWN_ID, OwnIds::parse), leftOut);
        return new CustomerRow(row.line(), person, ownId, owner, claims, stops, leftOut);
    }

    private UUID owner(String text) {
        var owner = colleagues.get(text.strip().toLowerCase(Locale.ROOT));
        if (owner != null) return owner;
        throw new Fault(
                SourcesFault.OWNER_UNKNOWN,
                "'" + text + "' is nobody who can be given customers: write the e-mail or the name of one of you.");
    }

    private interface Reading<T> {
        @Nullable
        T read() throws RowProblem.Rejected;
    }

    /** A cell that is not the key of the row costs itself and not the row. */
    private static <T> @Nullable T forgiving(Reading<T> reading, List<RowProblem> leftOut) {
        try {
            return reading.read();
        } catch (RowProblem.Rejected e) {
            leftOut.add(e.problem().leftOut());
            return null;
        }
    }

    private String normalised(ProfileField field, String text, @Nullable String region) {
        var value = field.normalise(prepared(field, text), region);
        return field == ProfileField.BIRTH_DATE ? ProfileField.born(value, today) : value;
    }

    private String prepared(ProfileField field, String text) {
        return switch (field) {
            case BIRTH_DATE ->
                Moments.parse(text, plan.dateOrder(), plan.zone()).date().toString();
            case CREATED_AT ->
                Moments.parse(text, plan.dateOrder(), plan.zone()).instant().toString();
            case SEX -> Words.sex(text);
            default -> text;
        };
    }

    /** By the source's id, else by e-mail, else by phone; somebody with only a name is known by their row. */
    private SubjectKey key(Cells cells, Map<ProfileField, @Nullable String> profile, List<RowProblem> leftOut)
            throws RowProblem.Rejected {
        var id = profile.get(ProfileField.EXTERNAL_ID);
        if (id != null) return SubjectKey.external(plan.origin().sourceCode(), id);
        var email = profile.get(ProfileField.EMAIL);
        if (email != null) return SubjectKey.email(email);
        var phone = profile.get(ProfileField.PHONE);
        if (phone != null) return SubjectKey.phone(phone);
        requireNoKeyLost(cells, leftOut);
        boolean named = profile.containsKey(ProfileField.FULL_NAME)
                || profile.containsKey(ProfileField.GIVEN_NAME)
                || profile.containsKey(ProfileField.FAMILY_NAME);
        if (!named) {
            throw cells.problem(
                    ImportField.ATTRIBUTE,
                    new Fault(
                            SourcesFault.CUSTOMER_UNNAMED,
                            "The row names nobody: it needs an id, a name, an e-mail or a phone."));
        }
        var values = cells.mappedValues();
        return SubjectKey.external(
                plan.origin().sourceCode(), "row:" + Occurrences.hash(values) + ":" + occurrences.next(values));
    }

    /** Who would be known by an address that cannot be read would be somebody else once it is mended. */
    private void requireNoKeyLost(Cells cells, List<RowProblem> leftOut) throws RowProblem.Rejected {
        for (ImportField address : ADDRESSES) {
            var written = cells.text(address);
            if (written == null || Words.nothing(written)) continue;
            var column = plan.header().get(Objects.requireNonNull(plan.columns().get(address)));
            for (RowProblem problem : leftOut) {
                if (column.equals(problem.column())) throw new RowProblem.Rejected(problem.rowRefused());
            }
        }
    }

    /** Only rows without any key are counted. */
    void skim(TableRow row) {
        if (Cells.raw(plan, row, ImportField.EXTERNAL_ID) != null) return;
        try {
            read(row);
        } catch (RowProblem.Rejected e) {
            return; // it was told when the row was read for the first time
        }
    }

    /**
     * What cannot be read is never a yes, and neither is a yes of a moment that cannot be read, for it may be older than
     * a no that is known: the consent that the whole file comes with does not take its place. A no stands without its
     * moment.
     */
    private List<Claim> claims(Cells cells, Map<ProfileField, @Nullable String> profile, List<RowProblem> leftOut)
            throws RowProblem.Rejected {
        var claims = new ArrayList<Claim>();
        boolean out = Boolean.TRUE.equals(cells.value(ImportField.UNSUBSCRIBED, Words::yes));
        for (Channel channel : List.of(Channel.EMAIL, Channel.SMS)) {
            boolean mail = channel == Channel.EMAIL;
            var address = profile.get(mail ? ProfileField.EMAIL : ProfileField.PHONE);
            int read = leftOut.size();
            var said = forgiving(
                    () -> cells.value(mail ? ImportField.EMAIL_CONSENT : ImportField.SMS_CONSENT, this::consent),
                    leftOut);
            var at = forgiving(
                    () -> cells.value(
                            mail ? ImportField.EMAIL_CONSENT_AT : ImportField.SMS_CONSENT_AT,
                            text -> Moments.parse(text, plan.dateOrder(), plan.zone())
                                    .instant()),
                    leftOut);
            boolean doubtful = leftOut.size() > read;
            if (out) claims.add(new Claim(channel, false, address, null, false));
            else if (said != null && !(said.granted && doubtful))
                claims.add(new Claim(channel, said.granted, address, at == null ? said.at : at, false));
            else if (!doubtful && byFile(channel) && address != null)
                claims.add(new Claim(channel, true, address, at, true));
        }
        return claims;
    }

    private record Consent(boolean granted, java.time.@Nullable Instant at) {}

    /** Yes, no, or the moment when somebody agreed. */
    private Consent consent(String text) {
        var word = Words.yesNo(text);
        if (word.isPresent()) return new Consent(word.get(), null);
        try {
            return new Consent(
                    true, Moments.parse(text, plan.dateOrder(), plan.zone()).instant());
        } catch (Fault e) {
            return new Consent(Words.yes(text), null); // says what a consent may be
        }
    }

    private boolean byFile(Channel channel) {
        var consent = plan.request().consent();
        return consent != null && consent.channels().contains(channel.code());
    }

    private static List<Stop> stops(Cells cells, Map<ProfileField, @Nullable String> profile)
            throws RowProblem.Rejected {
        var stops = new ArrayList<Stop>();
        if (!Boolean.TRUE.equals(cells.value(ImportField.UNSUBSCRIBED, Words::yes))) return stops;
        var email = profile.get(ProfileField.EMAIL);
        var phone = profile.get(ProfileField.PHONE);
        if (email != null) stops.add(new Stop(Channel.EMAIL, email));
        if (phone != null) stops.add(new Stop(Channel.SMS, phone));
        return stops;
    }

    /** Consents and owners are part of what makes a row another than before. */
    private Map<String, String> statements(Cells cells, List<Claim> claims) {
        var statements = new LinkedHashMap<String, String>();
        for (ImportField field : List.of(
                ImportField.EMAIL_CONSENT,
                ImportField.EMAIL_CONSENT_AT,
                ImportField.SMS_CONSENT,
                ImportField.SMS_CONSENT_AT,
                ImportField.UNSUBSCRIBED,
                ImportField.OWNER)) {
            var said = cells.text(field);
            if (said != null) statements.put(field.key(), said);
        }
        if (claims.stream().anyMatch(Claim::byFile)) statements.put("fileConsent", String.valueOf(plan.consentText()));
        return statements;
    }

    private Map<Attribute, Object> attributes(Cells cells, List<RowProblem> leftOut) {
        var values = new LinkedHashMap<Attribute, Object>();
        for (var mapped : plan.attributes()) {
            var attribute = mapped.attribute();
            Reading<Object> reading = () -> cells.value(mapped.column(), text -> attribute(attribute, text));
            var value = forgiving(reading, leftOut);
            if (value != null) values.put(attribute, value);
        }
        return values;
    }

    private Object attribute(Attribute attribute, String text) {
        return switch (attribute.type()) {
            case TEXT -> bounded(text);
            case NUMBER -> number(text);
            case BOOLEAN -> Words.yes(text);
            case DATE -> Moments.parse(text, plan.dateOrder(), plan.zone()).date();
            case INSTANT -> Moments.parse(text, plan.dateOrder(), plan.zone()).instant();
            case CHOICE, LIST -> attribute.parse(text);
        };
    }

    private BigDecimal number(String text) {
        var number = Decimals.parse(text, plan.request().decimalMark()).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static String bounded(String text) {
        if (text.length() <= LONGEST_ATTRIBUTE) return text;
        throw new Fault(
                        SourcesFault.TEXT_TOO_LONG,
                        "The text of " + text.length() + " characters is too long: " + LONGEST_ATTRIBUTE + " are kept.")
                .with("limit", LONGEST_ATTRIBUTE);
    }
}
