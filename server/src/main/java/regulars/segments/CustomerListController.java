package regulars.segments;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import regulars.access.Audit;
import regulars.access.CurrentActor;
import regulars.access.TableDownload;
import regulars.customers.CustomerSummary;
import regulars.kernel.Fault;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.kernel.Slice;
import regulars.kernel.TableFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The customers as a table: filtered by a rule, searched, ordered, read page by page, taken home as a file. */
@RestController
@RequestMapping("/api/v1/customer-list")
@Needs(Permission.CUSTOMERS_READ)
class CustomerListController {
    private final CustomerLists lists;
    private final CustomerExport files;
    private final JsonMapper json;
    private final Audit audit;
    private final CurrentActor actor;

    CustomerListController(
            CustomerLists lists, CustomerExport files, JsonMapper json, Audit audit, CurrentActor actor) {
        this.lists = lists;
        this.files = files;
        this.json = json;
        this.audit = audit;
        this.actor = actor;
    }

    /**
     * Which customers, in which order, from where.
     *
     * @param q any part of a name, an address or an id
     * @param order {@code NEWEST} when left out
     * @param descending as the order usually runs when left out
     * @param after the {@code next} of the page before
     */
    record CustomerListRequest(
            @Nullable Rule rule,
            @Nullable String q,
            @Nullable CustomerOrder order,
            @Nullable Boolean descending,
            @Nullable String after,
            @Nullable Integer limit) {
        CustomerListQuestion question() {
            var by = order == null ? CustomerOrder.NEWEST : order;
            return new CustomerListQuestion(rule, q, by, descending == null ? by.fromTheEnd() : descending);
        }
    }

    record CustomerCount(int count) {}

    @PostMapping
    Slice<CustomerSummary> page(@RequestBody CustomerListRequest request) {
        int size = request.limit() == null ? 50 : Slice.size(request.limit());
        return lists.page(request.question(), request.after(), size);
    }

    /** How many the whole list has. */
    @PostMapping("/count")
    CustomerCount count(@RequestBody CustomerListRequest request) {
        return new CustomerCount(lists.count(request.question()));
    }

    /**
     * The whole list as a file, streamed; {@code rule} is the JSON of a rule. In CSV a value that a spreadsheet would take
     * for a formula, one that begins with = + - @, a tab or a carriage return, gets an apostrophe before it, and so does
     * one that begins with apostrophes and then such a character: take one away to have the exact value back. In a
     * workbook texts are texts, whatever they begin with.
     */
    @GetMapping({"/export.csv", "/export.xlsx"})
    @Needs(Permission.CUSTOMERS_EXPORT)
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable CustomerOrder order,
            @RequestParam(required = false) @Nullable Boolean descending,
            @RequestParam(required = false) @Nullable List<String> columns,
            TableFormat format) {
        var request = new CustomerListRequest(rule(rule), q, order, descending, null, null);
        var file = files.of(request.question(), columns == null ? List.of() : columns);
        format.requireRoom(file.count());
        audit.add(actor.get(), "customers.exported", file.count() + " customers", request);
        return TableDownload.of("customers", format, file.header(), file::writeTo);
    }

    private @Nullable Rule rule(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        try {
            return json.readValue(text, Rule.class);
        } catch (JacksonException e) {
            throw new Fault(
                            SegmentsFault.RULE_INCOMPLETE,
                            "'rule' is not the JSON of a rule: send the one that the list was asked with.",
                            e)
                    .at("rule", text);
        }
    }
}
