package regulars.customers;

import java.io.IOException;
import java.util.ArrayList;
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

/** The list of the objects of a type as a file, with every field that the caller sees. */
@RestController
@RequestMapping("/api/v1/objects")
@Needs(Permission.CUSTOMERS_EXPORT)
class ObjectExportController {
    private static final List<String> USUAL = List.of("id", "key", "ownerId", "owner", "createdAt", "updatedAt");

    private final ObjectLists lists;
    private final ObjectTypes types;
    private final FieldRights rights;

    ObjectExportController(ObjectLists lists, ObjectTypes types, FieldRights rights) {
        this.lists = lists;
        this.types = types;
        this.rights = rights;
    }

    @GetMapping(path = "/export.csv", produces = "text/csv")
    ResponseEntity<StreamingResponseBody> csv(
            @RequestParam String type, @RequestParam(required = false) @Nullable String q) {
        return file(type, q, TableFormat.CSV);
    }

    @GetMapping(path = "/export.xlsx", produces = TableFormat.XLSX_TYPE)
    ResponseEntity<StreamingResponseBody> workbook(
            @RequestParam String type, @RequestParam(required = false) @Nullable String q) {
        return file(type, q, TableFormat.XLSX);
    }

    private ResponseEntity<StreamingResponseBody> file(String type, @Nullable String q, TableFormat format) {
        var sight = rights.sight();
        var fields = types.find(type).fields().stream()
                .filter(one -> sight.sees(one.field()))
                .map(one -> one.attribute().key())
                .toList();
        var header = new ArrayList<>(USUAL);
        fields.forEach(field -> header.add("attribute." + field));
        var wanted = new ObjectLists.Wanted(type, null, null, ObjectsController.search(q), null);
        return TableDownload.of(type, format, header, out -> write(wanted, fields, out));
    }

    private void write(ObjectLists.Wanted wanted, List<String> fields, RowWriter out) throws IOException {
        Long after = null;
        while (true) {
            var page = lists.page(wanted, after, Slice.MOST);
            for (var one : page.items()) out.row(row(one, fields));
            if (page.next() == null) return;
            after = Long.valueOf(page.next());
        }
    }

    private static List<@Nullable Object> row(ObjectView one, List<String> fields) {
        var row = new ArrayList<@Nullable Object>();
        var owner = one.owner();
        row.add(one.id());
        row.add(one.key());
        row.add(owner == null ? null : owner.id());
        row.add(owner == null ? null : owner.name());
        row.add(one.createdAt());
        row.add(one.updatedAt());
        for (String field : fields) {
            var value = one.attributes().get(field);
            row.add(value instanceof List<?> items ? String.join("; ", texts(items)) : value);
        }
        return row;
    }

    private static List<String> texts(List<?> items) {
        return items.stream().map(String::valueOf).toList();
    }
}
