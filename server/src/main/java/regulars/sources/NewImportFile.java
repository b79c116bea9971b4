package regulars.sources;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import regulars.sources.cells.DateOrder;
import regulars.sources.cells.DecimalMark;
import regulars.sources.files.FileForm;

/**
 * A file to be imported.
 *
 * @param source the name of where the file comes from: ids in it are that source's own
 * @param dateOrder of dates with the year last; the day stands first when left out
 * @param decimalMark told from each number when left out
 * @param currency of sums beside which none stands; the organisation's when left out
 * @param country of two letters, of phone numbers without a country code
 * @param rates what one unit of a foreign currency is worth in the organisation's
 * @param consent what everybody in the file agreed to who is not said to have refused
 * @param form how the file is read; as it was found when it was uploaded, where left out
 */
public record NewImportFile(
        UUID fileId,
        ImportKind kind,
        String source,
        List<ColumnMapping> mapping,
        @Nullable DateOrder dateOrder,
        @Nullable DecimalMark decimalMark,
        @Nullable String currency,
        @Nullable String country,
        @Nullable Map<String, BigDecimal> rates,
        @Nullable FileConsent consent,
        @Nullable FileForm form) {
    /**
     * @param channels {@code email}, {@code sms}
     * @param text what people agreed to and how it is known; kept as the proof
     * @param givenAt when, if all at once; the time of the import when left out
     */
    public record FileConsent(
            List<String> channels, String text, @Nullable Instant givenAt) {}
}
