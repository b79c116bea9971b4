package regulars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What of our SQL habits shows in the source only: whose rows are written, and that SQL is never glued together. */
class SqlHabitsTest {
    private static final Path ROOMS = Path.of("src/main/java/regulars");
    private static final Pattern IMPORT = Pattern.compile("import static schema\\.(\\w+)\\.Tables\\.(\\w+);");
    private static final Pattern WRITE = Pattern.compile(
            "\\b(?:insertInto|update|deleteFrom|delete|truncate|mergeInto|batchInsert)\\(\\s*([A-Z][A-Z_]+)\\b");
    private static final Pattern GLUED = Pattern.compile(
            "\\b(?:sql|query|resultQuery|field|condition|table|fetch|fetchOne|execute|prepareStatement|executeQuery)"
                    + "\\(\\s*(?:\"[^\"\\n]*\"\\s*\\+\\s*(?![\\s\"])|[a-z]\\w*\\s*\\+\\s*\")");

    @Test
    void writesOnlyTheRoomsOwnTables() throws IOException {
        var foreign = new ArrayList<String>();
        for (Source source : sources()) {
            var rooms = importedTables(source.text());
            var writes = WRITE.matcher(source.text());
            while (writes.find()) {
                var room = rooms.get(writes.group(1));
                if (room != null && !room.equals(source.room()))
                    foreign.add(source.path() + " writes " + writes.group());
            }
        }

        assertThat(foreign).isEmpty();
    }

    @Test
    void gluesNoSqlTogether() throws IOException {
        var glued = new ArrayList<String>();
        for (Source source : sources()) {
            if (source.room().equals("warehouse")) continue; // makes tables in DuckDB by names of generated ones
            var found = GLUED.matcher(source.text());
            while (found.find()) glued.add(source.path() + ": " + found.group().strip());
        }

        assertThat(glued).isEmpty();
    }

    /** The controls: both patterns see what they are there for. */
    @Test
    void seesWhatItLooksFor() {
        assertThat(WRITE.matcher("dsl.insertInto(CUSTOMER, CUSTOMER.ID)").find())
                .isTrue();
        assertThat(WRITE.matcher("dsl.update(\n    CUSTOMER)").find()).isTrue();
        assertThat(GLUED.matcher("DSL.field(\"lower(\" + column + \")\")").find())
                .isTrue();
        assertThat(GLUED.matcher("dsl.fetch(\"select \"\n    + name)").find()).isTrue();
        assertThat(GLUED.matcher("DSL.field(\"a\" + \"b\", type)").find()).isFalse();
        assertThat(GLUED.matcher("DSL.field(\"lower({0})\", type, column)").find())
                .isFalse();
    }

    private static Map<String, String> importedTables(String text) {
        var rooms = new HashMap<String, String>();
        var imports = IMPORT.matcher(text);
        while (imports.find()) rooms.put(imports.group(2), imports.group(1));
        return rooms;
    }

    private static List<Source> sources() throws IOException {
        var sources = new ArrayList<Source>();
        try (var files = Files.walk(ROOMS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var room = ROOMS.relativize(file).getName(0).toString();
                sources.add(new Source(file, room, Files.readString(file)));
            }
        }
        assertThat(sources).hasSizeGreaterThan(50);
        return sources;
    }

    private record Source(Path path, String room, String text) {}
}
