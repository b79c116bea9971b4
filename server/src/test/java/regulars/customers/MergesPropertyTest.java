package regulars.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.SUBJECT_LINK;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.collect.SubjectKey;
import regulars.kernel.Actor;

/** Merges, undos and facts in any order come to what a model without any memory of them says. */
class MergesPropertyTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private static final int RUNS = 6;
    private static final int STEPS = 40;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-01T00:00:00Z"));
    private final CustomersFixture room = new CustomersFixture(POSTGRES.dsl(), clock);
    private final CustomerIntake intake = room.intake();
    private final Merges merges = room.merges(event -> {});

    /** What came in and what was merged; who is who is reckoned anew each time somebody asks. */
    private static final class Model {
        final Map<Long, Integer> homes = new LinkedHashMap<>();
        final Map<Long, List<String>> addresses = new LinkedHashMap<>();
        final Map<Long, String> cities = new LinkedHashMap<>();
        final Map<UUID, int[]> merged = new LinkedHashMap<>();
        final List<Long> spoke = new ArrayList<>();

        int root(int person) {
            for (int[] one : merged.values()) if (one[1] == person) return root(one[0]);
            return person;
        }

        List<Integer> people() {
            return homes.values().stream()
                    .distinct()
                    .filter(one -> root(one) == one)
                    .toList();
        }

        /** Whose such an address is: of whom is known longest, and of these of whom it would be without merges. */
        @Nullable
        Integer home(String address) {
            return homes.entrySet().stream()
                    .filter(one ->
                            addresses.getOrDefault(one.getKey(), List.of()).contains(address))
                    .map(Map.Entry::getValue)
                    .min(Comparator.comparingInt(this::root).thenComparingInt(home -> home))
                    .orElse(null);
        }

        void say(long subject, int home, String address, String city) {
            homes.putIfAbsent(subject, home);
            addresses.computeIfAbsent(subject, one -> new ArrayList<>()).add(address);
            cities.put(subject, city);
            spoke.remove(subject);
            spoke.add(subject);
        }

        Map<Long, Integer> links() {
            var links = new TreeMap<Long, Integer>();
            homes.forEach((subject, home) -> links.put(subject, root(home)));
            return links;
        }

        Map<Integer, String> cities() {
            var cities = new TreeMap<Integer, String>();
            for (Long subject : spoke)
                cities.put(root(Objects.requireNonNull(homes.get(subject))), this.cities.getOrDefault(subject, ""));
            return cities;
        }
    }

    @Test
    void areALinkAndNothingElse() {
        for (int run = 0; run < RUNS; run++) {
            var random = new Random(run);
            var shop = intake.origin("Model " + run, "import", Actor.SYSTEM);
            var model = new Model();
            for (int step = 0; step < STEPS; step++) {
                clock.advance(Duration.ofMinutes(1));
                switch (random.nextInt(5)) {
                    case 0, 1, 2 -> fact(random, shop, model, step);
                    case 3 -> merge(random, model);
                    default -> undo(random, model);
                }
                assertThat(links(model)).as("run %d step %d", run, step).isEqualTo(model.links());
            }
            assertThat(cities(model)).as("run %d", run).isEqualTo(model.cities());
            for (UUID left : List.copyOf(model.merged.keySet())) merges.undo(left);
            model.merged.clear();
            assertThat(links(model)).as("all taken back, run %d", run).isEqualTo(model.links());
            assertThat(cities(model)).isEqualTo(model.cities());
        }
        assertThat(POSTGRES.dsl().fetchCount(SUBJECT_LINK, SUBJECT_LINK.HOME_NUMBER.isNotNull()))
                .isZero();
    }

    private void fact(Random random, Origin shop, Model model, int step) {
        var key = SubjectKey.external(shop.sourceCode(), Integer.toString(random.nextInt(15)));
        var address = "p" + shop.sourceId() + "-" + random.nextInt(12) + "@example.com";
        var city = "City " + step;
        var said = intake.accept(
                        shop.of(UUID.randomUUID()),
                        List.of(IncomingCustomer.identified(
                                key, Map.of(ProfileField.EMAIL, address, ProfileField.CITY, city))))
                .getFirst();
        var known = model.home(address);
        model.say(said.subjectNumber(), known == null ? said.customerNumber() : known, address, city);
    }

    private void merge(Random random, Model model) {
        var people = model.people();
        if (people.size() < 2) return;
        int kept = people.get(random.nextInt(people.size()));
        int other = people.get(random.nextInt(people.size()));
        if (kept == other) return;
        var id = merges.merge(kept, other, new MergeCause.IdentityRule(Actor.SYSTEM, "phone"));
        model.merged.put(id, new int[] {kept, other});
    }

    private void undo(Random random, Model model) {
        var open = List.copyOf(model.merged.keySet());
        if (open.isEmpty()) return;
        var id = open.get(random.nextInt(open.size()));
        merges.undo(id);
        model.merged.remove(id);
    }

    private static Map<Long, Integer> links(Model model) {
        return new TreeMap<>(POSTGRES.dsl()
                .select(SUBJECT_LINK.SUBJECT_NUMBER, SUBJECT_LINK.CUSTOMER_NUMBER)
                .from(SUBJECT_LINK)
                .where(SUBJECT_LINK.SUBJECT_NUMBER.in(model.homes.keySet()))
                .fetchMap(SUBJECT_LINK.SUBJECT_NUMBER, SUBJECT_LINK.CUSTOMER_NUMBER));
    }

    private static Map<Integer, String> cities(Model model) {
        return new TreeMap<>(POSTGRES.dsl()
                .select(CUSTOMER.NUMBER, CUSTOMER.CITY)
                .from(CUSTOMER)
                .where(CUSTOMER.NUMBER.in(model.people()))
                .fetchMap(CUSTOMER.NUMBER, CUSTOMER.CITY));
    }
}
