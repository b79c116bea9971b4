package regulars.segments;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import regulars.segments.World.Company;
import regulars.segments.World.Contact;
import regulars.segments.World.Line;
import regulars.segments.World.Order;
import regulars.segments.World.OwnValue;
import regulars.segments.World.Person;
import regulars.segments.World.Post;
import regulars.segments.World.Product;
import regulars.segments.World.Said;
import regulars.segments.World.Subject;
import regulars.segments.World.Thing;

/** Draws bases full of what goes wrong: nulls, ties, midnights, days with a changed clock, refunds, several ids. */
final class RandomWorlds {
    static final List<String> TEXTS = List.of(
            "Київ", "КИЇВ", "київ", "Москва", "москва", "上海", "Straße", "STRASSE", "ΟΔΟΣ", "οδος", "Ünye", "ünye",
            "a_b", "A%B", "it's", "", "Орёл", "орел", "Йошкар");
    /** Kept by a room of its own, with one text. */
    static final String CLICKED = "message.clicked";

    static final List<String> EVENTS = List.of("page_view", "cart", CLICKED);
    /** What rules do not see. */
    static final String CLICKED_BY_MACHINE = "machine";
    /** The last one is what somebody would write who means harm. */
    static final List<String> PROPERTIES = List.of("price", "brand", "gift", "until", "a\"b/~1;--Ї");

    static final List<String> SOURCES = List.of("shop", "site");
    static final List<UUID> OWNERS = List.of(new UUID(9, 1), new UUID(9, 2), new UUID(9, 3));
    static final List<UUID> LISTS = List.of(new UUID(9, 21), new UUID(9, 22));
    static final List<String> STATUSES = List.of("paid", "completed", "cancelled", "returned");
    /** The last one is of companies. */
    static final List<String> OBJECT_TYPES = List.of("car", "pet", "branch");

    static final String OF_COMPANIES = "branch";
    static final List<String> SIZES = List.of("micro", "small", "medium", "large");
    static final List<String> CHANNELS = List.of("email", "sms");
    static final List<String> PURPOSES = List.of("marketing", "service");
    /** In an order of its own, or the same seed would draw another world in the next JVM. */
    static final SortedMap<String, ValueType> ATTRIBUTES = new TreeMap<>(Map.of(
            "taste", ValueType.TEXT,
            "shoe_size", ValueType.NUMBER,
            "vip", ValueType.BOOLEAN,
            "wedding", ValueType.DATE,
            "last_call", ValueType.INSTANT,
            "tier", ValueType.CHOICE,
            "likes", ValueType.LIST));
    /** Of customers: the first day on earth, the last, some between, and one that there is not. */
    static final List<String> ZONES =
            List.of("Pacific/Kiritimati", "Etc/GMT+12", "Europe/Kyiv", "America/New_York", "Nowhere/Atlantis");
    /** Clocks change at midnight, at night, never, and by an odd offset. */
    private static final List<Moment> MOMENTS = List.of(
            new Moment("Africa/Cairo", LocalDate.of(2026, 4, 24)),
            new Moment("America/Santiago", LocalDate.of(2026, 9, 6)),
            new Moment("Europe/Kyiv", LocalDate.of(2026, 10, 25)),
            new Moment("America/New_York", LocalDate.of(2026, 3, 8)),
            new Moment("Asia/Shanghai", LocalDate.of(2024, 2, 29)),
            new Moment("Asia/Kathmandu", LocalDate.of(2026, 1, 1)));

    private final Random random;
    private final Moment moment;
    final Instant asOf;
    final List<Product> products;
    final List<Company> companies;
    final Map<UUID, Rule> segments = new LinkedHashMap<>();
    private Instant lately = Instant.EPOCH;
    private long ids;

    RandomWorlds(Random random) {
        this.random = random;
        this.moment = pick(MOMENTS);
        this.asOf = aroundMidnight(moment.day().plusDays(random.nextInt(4)));
        this.products = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> new Product(i, new UUID(7, i), maybe(category()), maybe(pick(TEXTS))))
                .toList();
        this.companies = IntStream.rangeClosed(1, 7).mapToObj(this::company).toList();
    }

    World draw() {
        var people = IntStream.rangeClosed(1, random.nextInt(8) == 0 ? 1 : 15 + random.nextInt(45))
                .mapToObj(this::person)
                .toList();
        return new World(
                asOf, moment.in(), Set.of("paid", "completed"), ATTRIBUTES, segments, stops(people), companies, people);
    }

    /** Some of people's addresses, on one channel or another. */
    private Set<World.Stop> stops(List<Person> people) {
        return people.stream()
                .flatMap(person -> person.subjects().stream())
                .flatMap(subject -> subject.contacts().stream())
                .filter(_ -> random.nextInt(4) == 0)
                .map(contact -> new World.Stop(pick(List.of("email", "sms", "phone")), contact.normalised()))
                .collect(Collectors.toSet());
    }

    LocalDate someDay() {
        return moment.day().plusDays(random.nextInt(14) - 9L);
    }

    private Person person(int number) {
        var subjects =
                IntStream.range(0, random.nextInt(4)).mapToObj(i -> subject()).toList();
        return new Person(
                number * 3,
                random.nextInt(10) > 0,
                maybe(pick(TEXTS)),
                maybe(pick(TEXTS)),
                maybe(pick(TEXTS)),
                maybe(pick(TEXTS)),
                maybe(pick(TEXTS)),
                maybe(pick(List.of("female", "male"))),
                maybe(pick(ZONES)),
                maybe(pick(OWNERS)),
                maybe(pick(SOURCES)),
                maybe(pick(SOURCES)),
                maybe(birthDate()),
                aroundMidnight(someDay()),
                subjects);
    }

    /** As it might be at another time. */
    Company company(int number) {
        var things = IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> thing(OF_COMPANIES))
                .toList();
        return new Company(
                number,
                pick(TEXTS),
                maybe(pick(List.of("UA", "CN", "ru"))),
                maybe(pick(SIZES)),
                maybe(pick(TEXTS)),
                number > 1 && random.nextInt(3) > 0 ? 1 + random.nextInt(number - 1) : null,
                random.nextInt(5) == 0,
                things);
    }

    /** Of every third; the same company under two ids of one person comes now and then. */
    private List<Post> posts() {
        return IntStream.range(0, Math.max(0, random.nextInt(6) - 3))
                .map(i -> 1 + random.nextInt(7))
                .distinct()
                .mapToObj(company -> new Post(
                        company,
                        maybe(pick(TEXTS)),
                        random.nextInt(3) == 0,
                        random.nextBoolean(),
                        random.nextInt(3) == 0))
                .toList();
    }

    private LocalDate birthDate() {
        if (random.nextInt(6) == 0) return LocalDate.of(2000, 2, 29);
        return someDay().minusYears(random.nextInt(5) - 1L);
    }

    private Subject subject() {
        long number = ++ids;
        return new Subject(number, values(), things(), posts(), contacts(), said(), orders(), events(), lists());
    }

    private Set<UUID> lists() {
        return LISTS.stream().filter(_ -> random.nextInt(4) == 0).collect(Collectors.toSet());
    }

    private List<OwnValue> values() {
        List<OwnValue> values = new ArrayList<>();
        ATTRIBUTES.forEach((key, type) -> {
            if (random.nextInt(3) > 0)
                values.add(new OwnValue(++ids, key, maybe(own(type)), aroundMidnight(moment.day())));
        });
        return values;
    }

    private List<Thing> things() {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> thing(pick(List.of("car", "pet"))))
                .toList();
    }

    private Thing thing(String of) {
        Map<String, Object> values = new TreeMap<>();
        ATTRIBUTES.forEach((key, type) -> {
            if (random.nextInt(3) > 0) values.put(key, own(type));
        });
        return new Thing(++ids, of, random.nextInt(6) == 0, values);
    }

    private Object own(ValueType type) {
        return switch (type) {
            case TEXT, CHOICE -> pick(TEXTS);
            case LIST ->
                IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(i -> pick(TEXTS))
                        .filter(item -> !item.isEmpty())
                        .toList();
            case NUMBER, WHOLE, COUNT, MONEY -> random.nextInt(6) / 2.0;
            case BOOLEAN -> random.nextBoolean();
            case DATE -> someDay();
            case INSTANT -> aroundMidnight(someDay());
        };
    }

    private List<Contact> contacts() {
        List<Contact> contacts = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            var validity = pick(List.of("unchecked", "valid", "invalid"));
            contacts.add(
                    random.nextBoolean()
                            ? new Contact(
                                    ContactKind.EMAIL,
                                    "u" + ++ids + "@" + pick(List.of("mail.example", "shop.example")),
                                    validity)
                            : new Contact(
                                    ContactKind.PHONE,
                                    pick(List.of("+38050", "+7999", "+8613")) + (1_000_000 + ++ids),
                                    validity));
        }
        return contacts;
    }

    private List<Said> said() {
        List<Said> said = new ArrayList<>();
        for (String channel : CHANNELS) {
            for (String purpose : PURPOSES) {
                if (random.nextInt(3) == 0)
                    said.add(new Said(channel, purpose, random.nextInt(3) > 0, random.nextBoolean(), saidAt()));
            }
        }
        return said;
    }

    /** Few moments, so that a grant and a withdrawal often fall on the same one. */
    private Instant saidAt() {
        return asOf.minusSeconds(random.nextInt(3));
    }

    private List<Order> orders() {
        return IntStream.range(0, random.nextInt(5)).mapToObj(i -> order()).toList();
    }

    private Order order() {
        var lines = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> new Line(maybe(pick(products)), random.nextInt(4) * 500L))
                .toList();
        long goods = lines.stream().mapToLong(Line::amount).sum();
        long shipping = random.nextInt(2) * 300L;
        var status = pick(STATUSES);
        boolean counts = status.equals("paid") || status.equals("completed");
        long refunded = random.nextInt(4) == 0 ? random.nextInt(5) * 250L : 0;
        return new Order(
                aroundMidnight(someDay()),
                status,
                goods + shipping,
                shipping,
                counts ? goods - refunded : 0,
                maybe(pick(List.of("card", "CARD", "cash"))),
                1 + random.nextInt(2),
                lines);
    }

    private List<World.Event> events() {
        return IntStream.range(0, random.nextInt(7)).mapToObj(i -> event()).toList();
    }

    /** Often at the same moment as the one before, or a round time after it. */
    private World.Event event() {
        lately = random.nextInt(3) == 0
                ? aroundMidnight(someDay())
                : lately.plus(Duration.ofMinutes(pick(List.of(0, 1, 60, 61, 1440))));
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        var type = pick(EVENTS);
        if (type.equals(CLICKED)) {
            if (random.nextBoolean()) properties.put("brand", pick(TEXTS));
            return new World.Event(random.nextInt(4) == 0 ? CLICKED_BY_MACHINE : type, lately, properties);
        }
        for (String property : PROPERTIES) if (random.nextInt(4) > 0) properties.put(property, property(property));
        return new World.Event(type, lately, properties);
    }

    /** Most are of the type that the name says, some of another. */
    private @Nullable Object property(String name) {
        return switch (random.nextInt(5) == 0 ? pick(PROPERTIES) : name) {
            case "price" -> random.nextBoolean() ? random.nextInt(6) / 2.0 : random.nextInt(4);
            case "brand" -> pick(TEXTS);
            case "gift" -> random.nextBoolean();
            case "until" -> random.nextInt(6) == 0 ? "2026-02-30" : someDay().toString();
            default -> random.nextBoolean() ? null : List.of(pick(TEXTS));
        };
    }

    /** A moment of the day, very often its first or its last. */
    private Instant aroundMidnight(LocalDate day) {
        var start = day.atStartOfDay(moment.in()).toInstant();
        return switch (random.nextInt(4)) {
            case 0 -> start;
            case 1 -> start.minusNanos(1000);
            case 2 -> start.plus(Duration.ofMinutes(random.nextInt(240)));
            default -> start.plusSeconds(random.nextInt(86_400));
        };
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String category() {
        return random.nextBoolean() ? pick(TEXTS) : pick(TEXTS) + " > " + pick(TEXTS);
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextInt(5) == 0 ? null : value;
    }

    private record Moment(String zone, LocalDate day) {
        ZoneId in() {
            return ZoneId.of(zone);
        }
    }
}
