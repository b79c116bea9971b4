package regulars.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import regulars.sources.files.TableFile;
import regulars.sources.files.TableRow;
import regulars.sources.files.TableRows;

/** Finds out how files that are to be imported together hang together. */
@Component
class FileJoins {
    private static final int SAMPLE = 1000;
    private static final List<Link> LINKS = List.of(
            new Link(ImportKind.ORDERS, ImportField.EXTERNAL_ID, ImportKind.CUSTOMERS),
            new Link(ImportKind.ORDERS, ImportField.EMAIL, ImportKind.CUSTOMERS),
            new Link(ImportKind.ORDERS, ImportField.PHONE, ImportKind.CUSTOMERS),
            new Link(ImportKind.ORDERS, ImportField.PRODUCT_ID, ImportKind.PRODUCTS),
            new Link(ImportKind.LINES, ImportField.ORDER_ID, ImportKind.ORDERS),
            new Link(ImportKind.LINES, ImportField.PRODUCT_ID, ImportKind.PRODUCTS),
            new Link(ImportKind.PAYMENTS, ImportField.ORDER_ID, ImportKind.ORDERS));

    private final Uploads uploads;

    FileJoins(Uploads uploads) {
        this.uploads = uploads;
    }

    /** By which field rows of one kind name things of another. */
    private record Link(ImportKind from, ImportField key, ImportKind to) {}

    /** A file with the places of its fields. */
    private record Joined(int place, NewImportFile request, TableFile table, Map<ImportField, Integer> columns) {}

    List<FileJoin> of(List<NewImportFile> requests) {
        var files = new ArrayList<Joined>();
        for (int i = 0; i < requests.size(); i++) {
            var request = requests.get(i);
            var table = uploads.table(uploads.get(request.fileId()), request.form());
            files.add(new Joined(i, request, table, columns(request)));
        }
        var joins = new ArrayList<FileJoin>();
        for (Joined file : files) {
            var told = new HashSet<ImportKind>(); // a person is known by the first of id, e-mail and phone
            for (Link link : LINKS) {
                var others = files.stream()
                        .filter(one -> one.request.kind() == link.to)
                        .toList();
                boolean named = link.from == file.request.kind() && file.columns.containsKey(link.key);
                if (named && !others.isEmpty() && told.add(link.to)) joins.add(join(file, link, others));
            }
        }
        return joins;
    }

    private static Map<ImportField, Integer> columns(NewImportFile request) {
        var columns = new EnumMap<ImportField, Integer>(ImportField.class);
        for (ColumnMapping one : request.mapping()) {
            ImportField.byKey(one.field()).ifPresent(field -> columns.put(field, one.column()));
        }
        return columns;
    }

    private static FileJoin join(Joined file, Link link, List<Joined> others) {
        int column = Objects.requireNonNull(file.columns.get(link.key));
        try {
            var wanted = new HashSet<String>();
            String name;
            try (var rows = file.table.open()) {
                name = column < rows.header().size() ? rows.header().get(column) : "";
                for (int read = 0; read < SAMPLE && rows.hasNext(); read++) add(rows.next(), column, link.key, wanted);
            }
            int looked = wanted.size();
            var to = new ArrayList<Integer>();
            for (Joined other : others) {
                var keys = keys(other, link);
                if (keys.isEmpty()) continue;
                to.add(other.place);
                strike(other, keys, link.key, wanted);
            }
            return new FileJoin(file.place, link.to, name, to, looked, looked - wanted.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the other file has such values; a person may have a second id for orders. */
    private static List<Integer> keys(Joined other, Link link) {
        var keys = new ArrayList<Integer>();
        var key = other.columns.get(link.key);
        if (key != null) keys.add(key);
        var alias = other.columns.get(ImportField.ALIAS_ID);
        if (alias != null && link.key == ImportField.EXTERNAL_ID) keys.add(alias);
        return keys;
    }

    private static void strike(Joined other, List<Integer> columns, ImportField key, Set<String> wanted)
            throws IOException {
        try (TableRows rows = other.table.open()) {
            var found = new HashSet<String>();
            while (!wanted.isEmpty() && rows.hasNext()) {
                var row = rows.next();
                for (int column : columns) add(row, column, key, found);
                wanted.removeAll(found);
                found.clear();
            }
        }
    }

    private static void add(TableRow row, int column, ImportField key, Set<String> values) {
        if (row.malformed() || column >= row.fields().size()) return;
        var value = row.fields().get(column).strip();
        if (key == ImportField.EMAIL) value = value.toLowerCase(Locale.ROOT);
        if (key == ImportField.PHONE) value = value.replaceAll("\\D", "");
        if (!value.isEmpty()) values.add(value);
    }
}
