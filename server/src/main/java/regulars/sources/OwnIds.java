package regulars.sources;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import regulars.collect.SubjectKey;
import regulars.customers.CustomerKeys;
import regulars.customers.CustomerKeys.Found;
import regulars.customers.CustomerSummary;
import regulars.customers.Customers;
import regulars.customers.FieldSight;
import regulars.customers.IncomingCustomer;
import regulars.customers.ProfileField;
import regulars.kernel.Fault;
import regulars.sources.FilePreview.KindPreview;

/** People whom a file names by our own id, as our exports do. */
@Component
class OwnIds {
    private static final String COLUMN = "id";

    private final CustomerKeys keys;
    private final Customers customers;

    OwnIds(CustomerKeys keys, Customers customers) {
        this.keys = keys;
        this.customers = customers;
    }

    static UUID parse(String text) {
        try {
            if (text.length() == 36) return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw invalid(text);
        }
        throw invalid(text);
    }

    private static Fault invalid(String text) {
        return new Fault(
                SourcesFault.OWN_ID_INVALID,
                "'" + text + "' is not an id of this program: such ids look like 0198c0de-0000-7000-8000-000000000001;"
                        + " take them from an export.");
    }

    /** The erased are among them, for nothing of theirs may come in as somebody else's. */
    Map<UUID, Found> known(List<CustomerRow> rows) {
        return keys.ofOwnIds(
                rows.stream().flatMap(row -> Stream.ofNullable(row.ownId())).collect(Collectors.toSet()));
    }

    /** What we know of them ourselves, by number's id. */
    Map<UUID, CustomerSummary> today(Map<UUID, Found> known) {
        var numbers = known.values().stream().map(Found::customer).distinct().toList();
        if (numbers.isEmpty()) return Map.of();
        return customers.summaries(numbers, FieldSight.WHOLE).stream()
                .collect(Collectors.toMap(CustomerSummary::id, Function.identity()));
    }

    /** The same said of the person of that id, whatever else the row calls them. */
    static IncomingCustomer of(UUID id, IncomingCustomer said, @Nullable CustomerSummary today) {
        var aliases = new HashSet<>(said.aliases());
        boolean another = today == null || !calledSo(said.profile().get(ProfileField.EXTERNAL_ID), today);
        if (another && said.key().kind().equals("external")) aliases.add(said.key());
        return new IncomingCustomer(
                SubjectKey.manual(id.toString()),
                said.profile(),
                said.given(),
                said.attributes(),
                said.statements(),
                List.copyOf(aliases));
    }

    private static boolean calledSo(@Nullable String external, CustomerSummary today) {
        return external == null
                || (today.externalId() != null
                        && external.equals(today.externalId().value()));
    }

    /** Whether the row says of the person what is known of them, and nothing else. */
    static boolean saysNothingNew(CustomerRow row, CustomerSummary today) {
        boolean more = !row.claims().isEmpty()
                || !row.stops().isEmpty()
                || !row.person().aliases().isEmpty();
        if (more || (row.owner() != null && !row.owner().equals(today.ownerId()))) return false;
        return row.person().profile().entrySet().stream()
                        .allMatch(one -> isKnown(one.getKey(), Objects.requireNonNull(one.getValue()), today))
                && row.person().attributes().entrySet().stream()
                        .allMatch(one -> equal(
                                one.getValue(),
                                today.attributes().get(one.getKey().key())));
    }

    private static boolean isKnown(ProfileField field, String said, CustomerSummary today) {
        return switch (field) {
            case EXTERNAL_ID -> calledSo(said, today);
            case FULL_NAME -> said.equals(today.name());
            case EMAIL -> said.equals(today.email());
            case PHONE -> said.equals(today.phone());
            case LANGUAGE -> said.equals(today.language());
            case COUNTRY -> said.equals(today.country());
            case REGION -> said.equals(today.region());
            case CITY -> said.equals(today.city());
            case DISTRICT -> said.equals(today.district());
            case BIRTH_DATE -> said.equals(String.valueOf(today.birthDate()));
            case SEX -> said.equals(today.sex());
            case CREATED_AT -> Instant.parse(said).equals(today.createdAt());
            case GIVEN_NAME, MIDDLE_NAME, FAMILY_NAME, ZONE -> false;
        };
    }

    private static boolean equal(@Nullable Object said, @Nullable Object known) {
        if (said instanceof BigDecimal one && known instanceof BigDecimal other) return one.compareTo(other) == 0;
        return String.valueOf(said).equals(String.valueOf(known));
    }

    /**
     * A column {@code id} of people whom we know is our own id; one of ids like ours is never an attribute, whoever
     * they are of.
     */
    FilePreview in(FilePreview preview) {
        int column = preview.header().indexOf(COLUMN);
        if (column < 0) return preview;
        var ids = ids(preview, column);
        if (ids.isEmpty()) return preview;
        boolean ours = !keys.ofOwnIds(ids).isEmpty();
        return preview.with(preview.kinds().stream()
                .map(kind -> kind.kind() == ImportKind.CUSTOMERS ? mapped(kind, column, ours) : kind)
                .toList());
    }

    /** None when any value is something else. */
    private static Set<UUID> ids(FilePreview preview, int column) {
        var ids = new HashSet<UUID>();
        for (var row : preview.first()) {
            try {
                ids.add(parse(row.get(column).strip()));
            } catch (Fault e) {
                return Set.of();
            }
        }
        return ids;
    }

    private static KindPreview mapped(KindPreview kind, int column, boolean ours) {
        var mapping = kind.suggestedMapping().stream()
                .map(one -> one.column() == column && ours
                        ? new ColumnMapping(column, ImportField.OWN_ID.key(), null)
                        : one)
                .filter(one -> one.column() != column || one.attribute() == null)
                .toList();
        return new KindPreview(kind.kind(), kind.fields(), mapping);
    }
}
