package regulars.sources;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import regulars.access.Organisations;
import regulars.consent.Consents;
import regulars.customers.Attributes;
import regulars.customers.CustomerIntake;
import regulars.customers.FieldRights;
import regulars.customers.FieldSight;
import regulars.customers.ProfileField;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import schema.sources.tables.records.FileRecord;
import schema.sources.tables.records.ImportRecord;

/** Checks what was asked for an import, and makes all the choices that were left open. */
@Component
class ImportPlans {
    private static final Set<String> CHANNELS = Set.of("email", "sms");
    private static final int LONGEST_SOURCE = 100;
    private static final int LONGEST_PROOF = 10_000;
    private static final BigDecimal HIGHEST_RATE = BigDecimal.valueOf(1_000_000);
    private static final int MOST_RATE_DIGITS = 12;

    private final CustomerIntake intake;
    private final Attributes attributes;
    private final FieldRights rights;
    private final Consents consents;
    private final Organisations organisations;
    private final ImportStore store;

    ImportPlans(
            CustomerIntake intake,
            Attributes attributes,
            FieldRights rights,
            Consents consents,
            Organisations organisations,
            ImportStore store) {
        this.intake = intake;
        this.attributes = attributes;
        this.rights = rights;
        this.consents = consents;
        this.organisations = organisations;
        this.store = store;
    }

    /** Refuses what could not run. */
    void check(NewImportFile request, List<String> header) {
        if (request.source().isBlank() || request.source().length() > LONGEST_SOURCE) {
            throw new Fault(
                            SourcesFault.IMPORT_SOURCE_INVALID,
                            "Name where the file comes from in 1 to " + LONGEST_SOURCE
                                    + " characters, such as 'Web shop'.")
                    .at("source", request.source());
        }
        ImportPlan.columns(request, header.size());
        if (request.currency() != null) ImportPlan.currency(request.currency());
        if (request.country() != null) ProfileField.COUNTRY.normalise(request.country(), null);
        checkRights(request);
        checkRates(request);
        checkAttributes(request);
        var consent = request.consent();
        if (consent == null) return;
        boolean proved = !consent.text().isBlank() && consent.text().length() <= LONGEST_PROOF;
        if (!proved || consent.channels().isEmpty() || !CHANNELS.containsAll(consent.channels())) {
            throw new Fault(
                            SourcesFault.CONSENT_PROOF_MISSING,
                            "A consent for the whole file needs its channels (email, sms) and the words that people agreed to.")
                    .at("consent", consent.channels());
        }
    }

    /** A stop list changes nobody's fields. */
    private void checkRights(NewImportFile request) {
        if (request.kind() == ImportKind.SUPPRESSIONS) return;
        var sight = rights.sight();
        for (ColumnMapping mapped : request.mapping()) {
            var own = mapped.attribute();
            sight.requireEdited(own == null ? mapped.field() : FieldSight.own(own.key()));
        }
    }

    private static void checkRates(NewImportFile request) {
        if (request.rates() == null) return;
        request.rates().forEach((currency, rate) -> {
            ImportPlan.currency(currency);
            if (rate.signum() > 0 && rate.compareTo(HIGHEST_RATE) <= 0 && rate.scale() <= MOST_RATE_DIGITS) return;
            throw new Fault(
                            SourcesFault.RATE_INVALID,
                            "The rate " + rate + " of " + currency
                                    + " cannot be used: rates are above zero, up to a million.")
                    .at("rates", rate);
        });
    }

    private void checkAttributes(NewImportFile request) {
        var keys = new HashSet<String>();
        for (ColumnMapping mapped : request.mapping()) {
            var wanted = mapped.attribute();
            if (wanted == null) continue;
            if (!keys.add(wanted.key())) {
                throw new Fault(
                                SourcesFault.MAPPING_INVALID,
                                "The attribute '" + wanted.key() + "' is mapped twice: correct the mapping.")
                        .at("mapping", wanted.key());
            }
            attributes.check(wanted.key(), wanted.type());
        }
    }

    ImportPlan of(ImportRecord stored, List<String> header, FileRecord file) {
        var request = store.request(stored);
        var actor = actor(stored.getActor());
        return new ImportPlan(
                stored.getId(),
                request,
                header,
                ImportPlan.columns(request, header.size()),
                mapped(request.mapping()),
                intake.origin(request.source(), "import", actor).of(stored.getId()),
                organisations.get(),
                consentText(request),
                file);
    }

    static Actor actor(String stored) {
        int colon = stored.indexOf(':');
        return new Actor(stored.substring(0, colon), stored.substring(colon + 1));
    }

    private List<ImportPlan.MappedColumn> mapped(Collection<ColumnMapping> mapping) {
        return mapping.stream()
                .filter(one -> one.attribute() != null)
                .map(one -> {
                    var wanted = Objects.requireNonNull(one.attribute());
                    var label = Objects.requireNonNullElse(wanted.label(), Map.<String, String>of());
                    return new ImportPlan.MappedColumn(
                            one.column(), attributes.define(wanted.key(), wanted.type(), label));
                })
                .toList();
    }

    private @Nullable Integer consentText(NewImportFile request) {
        var consent = request.consent();
        if (consent == null) return null;
        return consents.textVersion(
                "marketing", organisations.get().language(), consent.text().strip());
    }
}
