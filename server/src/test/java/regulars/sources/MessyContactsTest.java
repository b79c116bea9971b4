package regulars.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static schema.customers.Tables.SOURCE;
import static schema.customers.Tables.SOURCE_RECORD;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.customers.AttributeType;
import regulars.sources.ColumnMapping.MappedAttribute;
import regulars.sources.files.ColumnDoubt;
import regulars.sources.files.TextEncoding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same thousand contacts written in five ways. */
class MessyContactsTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    @TempDir
    private static Path folder;

    private final ImportFixture room =
            new ImportFixture(POSTGRES, folder, new SettableClock(Instant.parse("2026-05-01T00:00:00Z")));

    @Test
    void givesTheSamePeopleWhateverTheFileIsWrittenIn() throws IOException {
        var shared = Objects.requireNonNullElse(System.getenv("REGULARS_SHARED_DATA"), "../../shared/data");
        var files = Path.of(shared).resolve("messy_contacts");
        assumeTrue(
                Files.exists(files),
                "skipped: there is no " + files.toAbsolutePath().normalize() + " (REGULARS_SHARED_DATA)");

        var latin = people(files.resolve("contacts_utf8_comma_lf.csv"), TextEncoding.UTF_8, ",");
        assertThat(people(files.resolve("contacts_utf16_tab_excel_unicode_text.txt"), TextEncoding.UTF_16LE, "\t"))
                .isEqualTo(latin);
        var cyrillic = people(files.resolve("contacts_cp1251_semicolon_crlf.csv"), TextEncoding.WINDOWS_1251, ";");
        assertThat(people(files.resolve("contacts_utf8bom_semicolon_crlf.csv"), TextEncoding.UTF_8, ";"))
                .isEqualTo(cyrillic);
        var workbook = people(files.resolve("contacts_excel.xlsx"), null, null);

        assertThat(latin).hasSize(1000);
        assertThat(cyrillic.keySet()).isEqualTo(latin.keySet());
        assertThat(workbook.keySet()).isEqualTo(latin.keySet());
        assertThat(latin.toString()).doesNotContain("\ufffd");
        assertThat(cyrillic.toString()).doesNotContain("\ufffd").contains("Биттерн");
        var changed = latin.keySet().stream()
                .filter(id -> !Objects.equals(latin.get(id), workbook.get(id)))
                .toList();
        assertThat(changed)
                .hasSize(4)
                .allSatisfy(id -> assertThat(zip(latin.get(id))).isEqualTo("0" + zip(workbook.get(id))));
    }

    private static String zip(@Nullable JsonNode person) {
        return Objects.requireNonNull(person).path("attributes").path("zip").asString();
    }

    private Map<String, JsonNode> people(Path file, @Nullable TextEncoding encoding, @Nullable String delimiter)
            throws IOException {
        FilePreview preview;
        try (var content = Files.newInputStream(file)) {
            preview = room.upload(content);
        }
        assertThat(preview.form().encoding()).isEqualTo(encoding);
        assertThat(preview.form().delimiter()).isEqualTo(delimiter);
        assertThat(preview.rows()).isEqualTo(1000);
        boolean workbook = encoding == null;
        assertThat(preview.form().headerLine()).isEqualTo(workbook ? 3 : 1);
        assertThat(preview.doubts()).isEqualTo(workbook ? List.of(new ColumnDoubt(5, "ZIP", 1000, 4, 4)) : List.of());
        var source = file.getFileName().toString();
        var stored = room.run(request(preview, source));
        assertThat(stored.getRejected()).isZero();
        assertThat(stored.getCellsLeftOut()).isEqualTo(3);
        assertThat(ImportStore.doubts(stored)).hasSize(workbook ? 1 : 0);
        var people = new HashMap<String, JsonNode>();
        room.dsl
                .select(SOURCE_RECORD.DATA)
                .from(SOURCE_RECORD)
                .join(SOURCE)
                .on(SOURCE.ID.eq(SOURCE_RECORD.SOURCE_ID))
                .where(SOURCE.NAME.eq(source))
                .forEach(row -> {
                    var person = JsonMapper.shared().readTree(row.value1().data());
                    people.put(person.path("externalId").asString(), person);
                });
        return people;
    }

    private static NewImportFile request(FilePreview preview, String source) {
        var mapping = List.of(
                new ColumnMapping(0, "externalId", null),
                new ColumnMapping(1, "givenName", null),
                new ColumnMapping(2, "familyName", null),
                attribute(3, "street", AttributeType.TEXT),
                new ColumnMapping(4, "city", null),
                attribute(5, "zip", AttributeType.TEXT),
                new ColumnMapping(6, "region", null),
                new ColumnMapping(7, "birthDate", null),
                attribute(8, "balance", AttributeType.NUMBER));
        return new NewImportFile(
                preview.fileId(),
                ImportKind.CUSTOMERS,
                source,
                mapping,
                preview.suggestedDateOrder(),
                preview.suggestedDecimalMark(),
                null,
                null,
                null,
                null,
                preview.form());
    }

    private static ColumnMapping attribute(int column, String key, AttributeType type) {
        return new ColumnMapping(column, "attribute", new MappedAttribute(key, type, null));
    }
}
