package regulars.customers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import regulars.kernel.TableFormat;
import tools.jackson.databind.json.JsonMapper;

/** A person's data as a ZIP: for machines one JSON file, for people a table each. */
@Component
class PersonArchive {
    private final JsonMapper json;
    private final InstantSource clock;

    PersonArchive(JsonMapper json, InstantSource clock) {
        this.json = json;
        this.clock = clock;
    }

    /** @param files reads the files about the person and hands them on one at a time */
    void write(UUID id, List<PersonalTable> tables, Consumer<BiConsumer<String, byte[]>> files, OutputStream out)
            throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry("person.json"));
        zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(everything(id, tables)));
        zip.closeEntry();
        for (PersonalTable table : tables) {
            if (table.rows().isEmpty()) continue;
            zip.putNextEntry(new ZipEntry(table.name() + ".csv"));
            csv(table, zip);
            zip.closeEntry();
        }
        var count = new AtomicInteger();
        files.accept((name, content) -> add(zip, "files/" + count.incrementAndGet() + " " + name, content));
        zip.finish();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> everything(UUID id, List<PersonalTable> tables) {
        var all = new LinkedHashMap<String, Object>();
        all.put("customer", id);
        all.put("madeAt", clock.instant());
        for (PersonalTable table : tables) all.put(table.name(), table.rows());
        return all;
    }

    private static void csv(PersonalTable table, OutputStream out) throws IOException {
        try (var rows = TableFormat.CSV.open(out)) {
            rows.row(table.columns());
            for (var row : table.rows()) rows.row(new ArrayList<>(row.values()));
        }
    }
}
