package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.access.TestOrganisations;
import regulars.warehouse.TestMirror;

/** The rules of the gallery counted a second way: by hand-written SQL on PostgreSQL, with none of the compiler in it. */
class GallerySqlTest {
    private static final Path QUERIES = Path.of("src/test/resources/segments/gallery.sql");
    private static final Path BASE = Path.of("src/test/resources/segments/gallery-base.sql");
    private static final Path BUYERS = Path.of("src/test/resources/segments/gallery-buyers.sql");
    private static final String ZONE = "Europe/Kyiv";
    /** What the queries ask about: sales that count as revenue, and each buyer's figures. */
    private static final String WORDS = """
            with moment as (select (:now at time zone :zone)::date as today),
            sale as (
                select l.customer_number as person, o.number, o.placed_at as at, (o.placed_at at time zone :zone)::date as day
                from commerce.orders o join customers.subject_link l using (subject_number)
                where o.placed_at <= :now and o.status in (select code from commerce.order_status where counts)),
            buyer as (
                select person, today, count(*) as orders, min(day) as first_day, max(day) as last_day,
                       count(*) filter (where day >= today - 30) as last_30,
                       count(*) filter (where day >= today - 90) as last_90,
                       count(*) filter (where day >= today - 365) as last_365
                from sale, moment group by person, today),
            opener as (
                select distinct l.customer_number as person
                from collect.event e join customers.subject_link l using (subject_number), moment
                where e.type = 'message.opened' and e.occurred_at <= :now
                  and (e.occurred_at at time zone :zone)::date >= today - 30)
            """;

    private final TestPostgres postgres = new TestPostgres().create();
    private final DSLContext dsl = postgres.dsl();

    @AfterEach
    void close() {
        postgres.close();
    }

    @Test
    void meansOfASmallBaseWhatItSays() throws IOException {
        dsl.execute(Files.readString(BASE));

        var counted = compare(Instant.parse("2026-11-01T12:00:00Z"));

        assertThat(counted)
                .as("no example is about nobody")
                .doesNotContainValue(0)
                .hasSize(10);
    }

    /** Real buyers, a year after their first orders: nothing else is known of them, and later orders count for nothing. */
    @Test
    void meansOfAPublicFileWhatItSays() throws IOException {
        var shared = Objects.requireNonNullElse(System.getenv("REGULARS_SHARED_DATA"), "../../shared/data");
        var file = Path.of(shared).resolve("cdnow/cdnow_master.csv.gz");
        assumeTrue(
                Files.exists(file),
                "skipped: there is no " + file.toAbsolutePath().normalize() + " (REGULARS_SHARED_DATA)");
        fill(file);

        var counted = compare(Instant.parse("1998-03-20T12:00:00Z"));

        assertThat(counted.get("regulars")).isPositive();
        assertThat(counted.get("onceAndGone")).isPositive();
        assertThat(counted.get("bestAtRisk")).isPositive();
        assertThat(counted.get("yearsWithUs")).isPositive();
        assertThat(counted.get("noSecondOrder")).isPositive();
    }

    /** How many people each example is about, the same both ways. */
    private Map<String, Integer> compare(Instant now) throws IOException {
        var clock = new SettableClock(now);
        try (var mirror = new TestMirror(postgres.dataSource(), clock)) {
            mirror.catchUp();
            var organisations = TestOrganisations.in(dsl, ZoneId.of(ZONE), "USD");
            var engine = new SegmentsFixture(dsl, mirror.warehouse(), organisations, clock).engine();
            var rules = Gallery.rules(List.of("Shoes"), List.of("marketing"));
            var counts = engine.counts(List.copyOf(rules.values()), now);
            Map<String, Integer> counted = new LinkedHashMap<>();
            for (var key : rules.keySet()) counted.put(key, counts.get(counted.size()));
            assertThat(counted).isEqualTo(byHand(now));
            return counted;
        }
    }

    private Map<String, Integer> byHand(Instant now) throws IOException {
        Map<String, Integer> counted = new LinkedHashMap<>();
        for (var part : Files.readString(QUERIES).split("(?m)^-- (?=\\w+$)")) {
            int end = part.indexOf('\n');
            if (part.startsWith("--") || end < 0) continue;
            var query = (WORDS + part.substring(end))
                    .replace(":now", "timestamptz '" + now + "'")
                    .replace(":zone", "'" + ZONE + "'")
                    .replace(":category", "'Shoes'");
            counted.put(
                    part.substring(0, end),
                    Objects.requireNonNull(dsl.fetchOne(query)).get(0, Integer.class));
        }
        return counted;
    }

    /** A line is: customer, day, number of discs, dollars. */
    private void fill(Path file) throws IOException {
        List<Integer> people = new ArrayList<>();
        List<String> days = new ArrayList<>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
            lines.lines().skip(1).map(line -> line.split(",", -1)).forEach(cells -> {
                people.add(Integer.parseInt(cells[0]));
                days.add(cells[1]);
            });
        }
        dsl.execute("""
                create table public.bought as
                select row_number() over () as number, person, day::date as day
                from unnest(cast(? as int[]), cast(? as text[])) as one(person, day)""", people.toArray(Integer[]::new), days.toArray(String[]::new));
        dsl.execute(Files.readString(BUYERS));
    }
}
