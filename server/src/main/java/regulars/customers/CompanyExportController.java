package regulars.customers;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
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

/** The list of companies as a file. */
@RestController
@RequestMapping("/api/v1/companies")
@Needs(Permission.CUSTOMERS_EXPORT)
class CompanyExportController {
    private static final List<String> HEADER =
            List.of("id", "name", "country", "taxId", "size", "industry", "people", "createdAt");

    private final Companies companies;

    CompanyExportController(Companies companies) {
        this.companies = companies;
    }

    @GetMapping({"/export.csv", "/export.xlsx"})
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam(required = false) @Nullable String q, TableFormat format) {
        return TableDownload.of("companies", format, HEADER, out -> write(q, out));
    }

    private void write(@Nullable String q, RowWriter out) throws IOException {
        var search = q == null || q.isBlank() ? null : q;
        Integer after = null;
        while (true) {
            var page = companies.list(search, after, Slice.MOST);
            for (var one : page.items()) {
                out.row(Arrays.asList(
                        one.id(),
                        one.name(),
                        one.country(),
                        one.taxId(),
                        one.size(),
                        one.industry(),
                        one.people(),
                        one.createdAt()));
            }
            if (page.next() == null) return;
            after = Integer.valueOf(page.next());
        }
    }
}
