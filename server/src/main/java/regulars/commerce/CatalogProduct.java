package regulars.commerce;

import org.jspecify.annotations.Nullable;

/**
 * What a source's list of products says of one. A null keeps what was known before.
 *
 * @param externalId the source's id of the product
 */
public record CatalogProduct(
        String externalId,
        @Nullable String name,
        @Nullable String category,
        @Nullable String brand,
        @Nullable Long priceMinor,
        String currency) {}
