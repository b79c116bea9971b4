package regulars.consent;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import regulars.access.TableDownload;
import regulars.customers.FieldRights;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.kernel.Sights;
import regulars.kernel.TableFormat;

/** Who agreed to what, and which addresses get nothing, as files. */
@RestController
class ConsentExportController {
    private final ConsentExportStore consents;
    private final StopListStore stops;
    private final FieldRights rights;
    private final Sights sights;

    ConsentExportController(ConsentExportStore consents, StopListStore stops, FieldRights rights, Sights sights) {
        this.consents = consents;
        this.stops = stops;
        this.rights = rights;
        this.sights = sights;
    }

    /** What holds now for each customer, channel and purpose. */
    @GetMapping({"/api/v1/consents/export.csv", "/api/v1/consents/export.xlsx"})
    @Needs(Permission.CUSTOMERS_EXPORT)
    ResponseEntity<StreamingResponseBody> consents(TableFormat format) {
        var fields = rights.sight();
        var sight = sights.current();
        return TableDownload.of(
                "consents", format, ConsentExportStore.HEADER, out -> consents.write(sight, fields, out));
    }

    /**
     * The addresses that get nothing. They are kept as keyed hashes: an address stands beside its hash where some customer
     * still has it, so that the import of a stop list takes the file.
     */
    @GetMapping({"/api/v1/suppressions/export.csv", "/api/v1/suppressions/export.xlsx"})
    @Needs(value = Permission.SETTINGS_MANAGE, audited = true)
    ResponseEntity<StreamingResponseBody> stopList(TableFormat format) {
        var fields = rights.sight();
        return TableDownload.of("stop-list", format, StopListStore.HEADER, out -> stops.write(fields, out));
    }
}
