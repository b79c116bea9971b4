package regulars.customers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company as it is shown.
 *
 * @param ownerId whose company it is; null when nobody's
 * @param parents from the company it belongs to up to the top of the tree
 * @param children the first {@link CompanyStore#MOST_CHILDREN} that belong to it, by name
 */
record CompanyView(
        UUID id,
        String name,
        @Nullable String country,
        @Nullable TaxIdKind taxKind,
        @Nullable String taxId,
        @Nullable CompanySize size,
        @Nullable String industry,
        @Nullable String website,
        @Nullable String note,
        @Nullable UUID ownerId,
        List<CompanyName> parents,
        List<CompanyName> children,
        int people,
        Instant createdAt,
        Instant updatedAt,
        boolean deleted) {

    /** Enough to lead to a company. */
    record CompanyName(UUID id, String name) {}

    /** A row of the list. */
    record CompanySummary(
            UUID id,
            String name,
            @Nullable String country,
            @Nullable String taxId,
            @Nullable CompanySize size,
            @Nullable String industry,
            int people,
            Instant createdAt) {}

    /** What somebody is in a company; all false is a contact without a say. */
    record CompanyRoles(@Nullable String position, boolean decisionMaker, boolean endUser, boolean payer) {}

    /** Somebody of a company. */
    record CompanyPerson(
            UUID customerId, String name, @Nullable String email, CompanyRoles roles, Instant since) {
        CompanyPerson withoutEmail() {
            return new CompanyPerson(customerId, name, null, roles, since);
        }
    }

    /** A company of somebody. */
    record CompanyOfPerson(CompanyName company, CompanyRoles roles, Instant since) {}
}
