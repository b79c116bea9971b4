package bench;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import regulars.duplicates.model.Facts;
import regulars.duplicates.model.Facts.Place;
import regulars.duplicates.model.Score.Verdict;
import regulars.duplicates.model.Search;

/** A set of records with the truth of who is who, and how well the model finds it. */
record KnownPairs(List<Facts> people, Set<Long> truth) {
    /** @param sure among the pairs that would be merged without a person's eye, {@code wrong} of them */
    record Judged(double precision, double recall, double f1, long sure, long wrong, double blocked) {}

    /** Where the public sets are; empty where the folder is not there. */
    static Optional<Path> sets() {
        var beside = Path.of(System.getenv().getOrDefault("REGULARS_ROOT", ".."), "..", "shared", "data");
        var shared = System.getenv().getOrDefault("REGULARS_SHARED_DATA", beside.toString());
        var sets = Path.of(shared, "dedupe");
        return Files.exists(sets) ? Optional.of(sets) : Optional.empty();
    }

    static KnownPairs rlData(Path folder) throws IOException {
        List<Facts> people = new ArrayList<>();
        Map<String, List<Integer>> same = new HashMap<>();
        for (var row : rows(folder.resolve("RLdata500.csv"))) {
            int number = Integer.parseInt(value(row, "rec_id"));
            var birth = "%04d%02d%02d".formatted(number(row, "by"), number(row, "bm"), number(row, "bd"));
            people.add(new Facts(
                    number,
                    joined(value(row, "fname_c1"), value(row, "fname_c2")),
                    joined(value(row, "lname_c1"), value(row, "lname_c2")),
                    null,
                    null,
                    birth,
                    null,
                    List.of(),
                    List.of(),
                    Place.UNKNOWN,
                    List.of()));
            same.computeIfAbsent(value(row, "identity"), any -> new ArrayList<>())
                    .add(number);
        }
        return new KnownPairs(people, pairs(same));
    }

    /** Without {@code soc_sec_id}, which would decide nearly all by itself. */
    static KnownPairs febrl(Path folder, String... files) throws IOException {
        List<Facts> people = new ArrayList<>();
        Map<String, List<Integer>> same = new HashMap<>();
        for (var file : files) {
            for (var row : rows(folder.resolve(file))) {
                var person = value(row, "rec_id").split("-")[1];
                people.add(new Facts(
                        people.size(),
                        row.get("given_name"),
                        row.get("surname"),
                        null,
                        null,
                        row.get("date_of_birth"),
                        null,
                        List.of(),
                        List.of(),
                        new Place(
                                row.get("address_1"),
                                row.get("street_number"),
                                row.get("postcode"),
                                row.get("suburb"),
                                row.get("address_2"),
                                row.get("state")),
                        List.of()));
                same.computeIfAbsent(person, any -> new ArrayList<>()).add(people.size() - 1);
            }
        }
        return new KnownPairs(people, pairs(same));
    }

    /** Organisations, not people: what their name is goes where a family name would. */
    static KnownPairs chicago(Path folder) throws IOException {
        Map<String, String> truth = new HashMap<>();
        for (var row : rows(folder.resolve("chicago_early_childhood_truth.csv"))) {
            truth.put(value(row, "id"), value(row, "true_id"));
        }
        List<Facts> people = new ArrayList<>();
        Map<String, List<Integer>> same = new HashMap<>();
        for (var row : rows(folder.resolve("chicago_early_childhood_messy.csv.gz"))) {
            int number = Integer.parseInt(value(row, "Id"));
            var address = value(row, "Address").strip();
            int house = address.indexOf(' ');
            people.add(new Facts(
                    number,
                    null,
                    row.get("Site name"),
                    null,
                    null,
                    null,
                    null,
                    some(value(row, "Email Address")),
                    some(value(row, "Phone")),
                    new Place(
                            house < 0 ? address : address.substring(house),
                            house < 0 ? "" : address.substring(0, house),
                            row.get("Zip"),
                            null,
                            null,
                            null),
                    List.of()));
            var id = truth.get(value(row, "Id"));
            if (id != null) same.computeIfAbsent(id, any -> new ArrayList<>()).add(number);
        }
        return new KnownPairs(people, pairs(same));
    }

    Judged judged(Path folder) throws IOException {
        Set<Long> found = new HashSet<>();
        Set<Long> sure = new HashSet<>();
        try (var search = new Search(people::forEach, people.size(), folder, (step, done, total) -> {})) {
            var outcome = search.find(search.learn(), number -> true, pair -> {
                found.add(pair(pair.one(), pair.other()));
                if (pair.score().verdict() == Verdict.ONE) sure.add(pair(pair.one(), pair.other()));
            });
            long right = found.stream().filter(truth::contains).count();
            double precision = (double) right / found.size();
            double recall = (double) right / truth.size();
            long wrong = sure.stream().filter(pair -> !truth.contains(pair)).count();
            return new Judged(
                    precision,
                    recall,
                    2 * precision * recall / (precision + recall),
                    sure.size(),
                    wrong,
                    (double) outcome.compared() / people.size());
        }
    }

    static List<Map<String, String>> rows(Path file) throws IOException {
        var in = Files.newInputStream(file);
        var text = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            return csv.stream().map(row -> row.getFieldsAsMap()).toList();
        }
    }

    static long pair(int one, int other) {
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }

    private static Set<Long> pairs(Map<String, List<Integer>> same) {
        Set<Long> pairs = new HashSet<>();
        for (var group : same.values())
            for (int i = 0; i < group.size(); i++)
                for (int j = 0; j < i; j++) pairs.add(pair(group.get(i), group.get(j)));
        return pairs;
    }

    private static List<String> some(String value) {
        return value.isBlank() ? List.of() : List.of(value);
    }

    private static String value(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static int number(Map<String, String> row, String column) {
        return Integer.parseInt(value(row, column));
    }

    private static String joined(String one, String other) {
        return (one + " " + other).strip();
    }
}
