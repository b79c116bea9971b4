package regulars.insight;

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
import regulars.insight.SourceReport.SourceFigures;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.kernel.TableFormat;

/** Where customers came from, and what it brought. */
@RestController
@RequestMapping("/api/v1/insight/sources")
@Needs(Permission.INSIGHT_READ)
class SourceReportController {
    private static final List<String> HEADER =
            List.of("source", "customers", "new", "buyers", "orders", "revenue", "currency");

    private final SourceReports reports;

    SourceReportController(SourceReports reports) {
        this.reports = reports;
    }

    /** Without days, all that was ever bought counts. */
    @GetMapping
    SourceReport report(
            @RequestParam(defaultValue = "CHANNEL") SourceBy by,
            @RequestParam(defaultValue = "FIRST") SourceTouch touch,
            @RequestParam(required = false) @Nullable Integer days) {
        return reports.report(by, touch, days);
    }

    @GetMapping({"/export.csv", "/export.xlsx"})
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam(defaultValue = "CHANNEL") SourceBy by,
            @RequestParam(defaultValue = "FIRST") SourceTouch touch,
            @RequestParam(required = false) @Nullable Integer days,
            TableFormat format) {
        var rows = reports.report(by, touch, days).rows();
        return TableDownload.of("sources", format, HEADER, out -> {
            for (var row : rows) out.row(cells(row));
        });
    }

    private static List<@Nullable Object> cells(SourceFigures row) {
        return Arrays.asList(
                row.key(),
                row.customers(),
                row.newcomers(),
                row.buyers(),
                row.orders(),
                row.revenue().decimal(),
                row.revenue().currency());
    }
}
