package regulars.commerce;

import java.io.IOException;
import java.time.Instant;
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

/** All orders, to look at and to take home; {@code q} is any part of an order's id or of the buyer's name. */
@RestController
@RequestMapping("/api/v1/orders")
@Needs(Permission.CUSTOMERS_EXPORT)
class OrderListController {
    private final OrderListStore store;
    private final OrderExportStore files;

    OrderListController(OrderListStore store, OrderExportStore files) {
        this.store = store;
        this.files = files;
    }

    /** The latest first. */
    @GetMapping
    @Needs(Permission.CUSTOMERS_READ)
    Slice<OrderListItem> orders(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Slice.size(limit);
        var place = after == null ? null : OrderListStore.Place.parse(after);
        var rows = store.page(new WantedOrders(q, status, from, to), place, size + 1);
        return Slice.of(rows, size, row -> row.place().toString(), OrderListStore.Row::item);
    }

    /** One row an order, under the names that the import of orders knows. */
    @GetMapping({"/export.csv", "/export.xlsx"})
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            TableFormat format) {
        var numbers = store.numbers(new WantedOrders(q, status, from, to));
        format.requireRoom(numbers.length);
        var sight = files.sight();
        return TableDownload.of("orders", format, OrderExportStore.ORDER, out -> files.orders(numbers, sight, out));
    }

    /** What was in the orders, one row a line, under the names that the import of lines knows. */
    @GetMapping({"/lines.csv", "/lines.xlsx"})
    ResponseEntity<StreamingResponseBody> lines(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            TableFormat format) {
        return parts("order-lines", OrderExportStore.LINE, new WantedOrders(q, status, from, to), format, files::lines);
    }

    /** What was paid for the orders, one row a payment, under the names that the import of payments knows. */
    @GetMapping({"/payments.csv", "/payments.xlsx"})
    ResponseEntity<StreamingResponseBody> payments(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            TableFormat format) {
        var wanted = new WantedOrders(q, status, from, to);
        return parts("order-payments", OrderExportStore.PAYMENT, wanted, format, files::payments);
    }

    @FunctionalInterface
    private interface Parts {
        void write(long[] orders, RowWriter out) throws IOException;
    }

    private ResponseEntity<StreamingResponseBody> parts(
            String name, List<String> header, WantedOrders wanted, TableFormat format, Parts parts) {
        var numbers = store.numbers(wanted);
        return TableDownload.of(name, format, header, out -> parts.write(numbers, out));
    }
}
