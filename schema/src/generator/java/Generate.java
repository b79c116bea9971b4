import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;
import postgres.EmbeddedPostgres;
import postgres.Settings;

/**
 * Runs the migrations on a real PostgreSQL and writes the jOOQ tables of what they made.
 * Does nothing when neither the migrations nor this file have changed since the last run.
 */
void main(String[] arguments) throws Exception {
    var module = Path.of(arguments[0]);
    var migrations = module.resolve("src/main/resources/db/migration");
    var target = module.resolve("target/generated-sources/jooq");
    var stamp = module.resolve("target/generated-sources/jooq.stamp");
    var digest = digest(migrations, module.resolve("src/generator/java/Generate.java"));
    if (Files.exists(stamp) && Files.readString(stamp).equals(digest) && Files.exists(target)) return;
    var rooms = Files.readAllLines(migrations.resolve("rooms")).stream()
            .filter(room -> Files.isDirectory(migrations.resolve(room)))
            .toList();
    var folder = Files.createTempDirectory("regulars-schema");
    try (var postgres = EmbeddedPostgres.start(Settings.forTests(folder))) {
        for (String room : rooms) migrate(postgres, migrations, room);
        GenerationTool.generate(configuration(postgres, rooms, target));
    } finally {
        delete(folder);
    }
    Files.writeString(stamp, digest);
}

void migrate(EmbeddedPostgres postgres, Path migrations, String room) {
    Flyway.configure()
            .dataSource(postgres.jdbcUrl(), postgres.user(), postgres.password())
            .schemas(room)
            .defaultSchema(room)
            .locations("filesystem:" + migrations.resolve(room))
            .load()
            .migrate();
}

Configuration configuration(EmbeddedPostgres postgres, List<String> rooms, Path target) {
    var database = new Database()
            .withName("org.jooq.meta.postgres.PostgresDatabase")
            .withSchemata(rooms.stream().map(room -> new SchemaMappingType().withInputSchema(room)).toList())
            .withIncludes(".*")
            .withIncludeExcludeColumns(true)
            // Only the feed reads the transaction column; nobody writes it from Java.
            .withExcludes(".*\\.flyway_schema_history|.*\\.event_key_[0-9]+|.*\\.event_[0-9]{4}_[0-9]{2}|.*\\.changed")
            .withIncludeRoutines(false)
            .withForcedTypes(
                    new ForcedType().withName("INSTANT").withIncludeTypes("(?i:timestamp with time zone|timestamptz)"));
    var generate = new org.jooq.meta.jaxb.Generate()
            .withRecords(true)
            .withJavaTimeTypes(true)
            .withComments(false)
            .withGlobalCatalogReferences(false)
            .withGeneratedAnnotation(false);
    return new Configuration()
            .withJdbc(new Jdbc().withDriver("org.postgresql.Driver")
                    .withUrl(postgres.jdbcUrl())
                    .withUser(postgres.user())
                    .withPassword(postgres.password()))
            .withGenerator(new Generator()
                    .withDatabase(database)
                    .withGenerate(generate)
                    .withTarget(new Target().withPackageName("schema").withDirectory(target.toString())));
}

void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    }
}

String digest(Path migrations, Path generator) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    try (var files = Files.walk(migrations)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
    }
    digest.update(Files.readAllBytes(generator));
    return HexFormat.of().formatHex(digest.digest());
}
