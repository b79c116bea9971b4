package regulars.campaigns;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import regulars.access.TableDownload;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.kernel.RowWriter;
import regulars.kernel.Slice;
import regulars.kernel.TableFormat;

/** The people behind a figure of the report, as a file. */
@RestController
@RequestMapping("/api/v1/campaigns/{id}")
@Needs(Permission.CUSTOMERS_EXPORT)
class CampaignPeopleExportController {
    private static final List<String> HEADER =
            List.of("id", "externalId", "name", "email", "state", "reason", "detail", "at", "revenueMinor");

    private final CampaignPeople people;

    CampaignPeopleExportController(CampaignPeople people) {
        this.people = people;
    }

    @GetMapping({"/people.csv", "/people.xlsx"})
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable UUID id, @RequestParam String bucket, TableFormat format) {
        var first = people.page(id, bucket, null, Slice.MOST);
        return TableDownload.of("campaign-people", format, HEADER, out -> {
            var page = first;
            while (true) {
                write(page, out);
                if (page.next() == null) return;
                page = people.page(id, bucket, page.next(), Slice.MOST);
            }
        });
    }

    private static void write(CampaignPeople.CampaignPeoplePage page, RowWriter out) throws IOException {
        for (var one : page.items()) {
            var externalId = one.externalId();
            out.row(Arrays.asList(
                    one.customerId(),
                    externalId == null ? null : externalId.value(),
                    one.name(),
                    one.email(),
                    one.state(),
                    one.reason(),
                    one.detail(),
                    one.at(),
                    one.revenueMinor()));
        }
    }
}
