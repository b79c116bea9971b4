package regulars.customers;

import org.jspecify.annotations.Nullable;

/**
 * What a person says about a company. What is left out stays as it is; an empty text clears.
 *
 * @param country ISO 3166 code of two letters
 * @param parentId of the company that this one belongs to
 */
record CompanyFields(
        @Nullable String name,
        @Nullable String country,
        @Nullable String taxKind,
        @Nullable String taxId,
        @Nullable String parentId,
        @Nullable String size,
        @Nullable String industry,
        @Nullable String website,
        @Nullable String note) {}
