package regulars.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static schema.access.Tables.AUDIT_ENTRY;
import static schema.customers.Tables.ATTRIBUTE;
import static schema.customers.Tables.ATTRIBUTE_CURRENT;
import static schema.customers.Tables.ATTRIBUTE_VALUE;
import static schema.customers.Tables.SOURCE_RECORD;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.access.TestAudit;
import regulars.collect.SubjectKey;
import regulars.kernel.Actor;

class AttributeRetentionTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-01T00:00:00Z"));
    private final CustomersFixture room = new CustomersFixture(POSTGRES.dsl(), clock);
    private final CustomerIntake intake = room.intake();
    private final AttributeRetention retention = new AttributeRetention(
            new AttributeStore(POSTGRES.dsl()),
            new AttributeRemoval(new AttributeRemovalStore(POSTGRES.dsl()), new ObjectRemovalStore(POSTGRES.dsl())),
            TestAudit.of(POSTGRES.dsl(), clock),
            clock);

    @Test
    void removesAValueEverywhereOnceItIsTooOldAndNotBefore() {
        var attribute = kept("allergy", 30);
        var shop = intake.origin("Shop", "import", Actor.SYSTEM);
        say(shop, "1", attribute, "nuts");
        clock.advance(Duration.ofDays(20));
        say(shop, "2", attribute, "milk");

        clock.advance(Duration.ofDays(10));
        retention.run();
        var onTheLastDay = current(attribute);
        clock.advance(Duration.ofDays(1));
        retention.run();

        assertThat(onTheLastDay).containsExactly("milk", "nuts");
        assertThat(current(attribute)).containsExactly("milk");
        assertThat(POSTGRES.dsl()
                        .select(ATTRIBUTE_VALUE.TEXT_VALUE)
                        .from(ATTRIBUTE_VALUE)
                        .fetch(ATTRIBUTE_VALUE.TEXT_VALUE))
                .doesNotContain("nuts")
                .contains("milk");
        assertThat(POSTGRES.dsl()
                        .select(SOURCE_RECORD.DATA)
                        .from(SOURCE_RECORD)
                        .fetch(row -> row.value1().data()))
                .noneMatch(data -> data.contains("nuts"))
                .anyMatch(data -> data.contains("milk"));
        assertThat(POSTGRES.dsl()
                        .select(AUDIT_ENTRY.DETAILS)
                        .from(AUDIT_ENTRY)
                        .where(AUDIT_ENTRY.ACTION.eq("attributes.expired"), AUDIT_ENTRY.SUBJECT.eq("allergy"))
                        .fetch(row -> row.value1().data()))
                .singleElement()
                .asString()
                .contains("\"removed\": 1");
    }

    @Test
    void takesAwayFormerValuesAndLeavesTheYoungerOne() {
        var attribute = kept("diet", 10);
        var shop = intake.origin("Shop", "import", Actor.SYSTEM);
        say(shop, "3", attribute, "old diet");
        clock.advance(Duration.ofDays(9));
        say(shop, "3", attribute, "new diet");

        clock.advance(Duration.ofDays(5));
        retention.run();

        assertThat(current(attribute)).containsExactly("new diet");
        assertThat(POSTGRES.dsl()
                        .select(SOURCE_RECORD.DATA)
                        .from(SOURCE_RECORD)
                        .fetch(row -> row.value1().data()))
                .noneMatch(data -> data.contains("old diet"))
                .anyMatch(data -> data.contains("new diet"));
    }

    @Test
    void doesNotBringBackARemovedValueWithTheSameFile() {
        var attribute = kept("hobby", 10);
        var shop = intake.origin("Shop", "import", Actor.SYSTEM).of(UUID.randomUUID());
        say(shop, "4", attribute, "chess");
        clock.advance(Duration.ofDays(11));
        retention.run();

        var again = say(shop.of(UUID.randomUUID()), "4", attribute, "chess");

        assertThat(again.outcome()).isEqualTo(Accepted.Outcome.UNCHANGED);
        assertThat(current(attribute)).isEmpty();
    }

    @Test
    void removesWhatAnObjectKeptTooLongWithItsTitleAndItsHistory() {
        var dsl = POSTGRES.dsl();
        dsl.execute("""
                insert into customers.object_type (id, key, one, many, icon, owner_kind, created_at)
                    values (901, 'visit', '{}', '{}', 'box', 'company', now());
                insert into customers.attribute (id, key, type, object_type_id, retention_days, created_at)
                    values (901, 'reason', 'text', 901, 10, now()), (902, 'room', 'text', 901, null, now());
                update customers.object_type set title_attribute_id = 901 where id = 901;
                """);
        visit(1, "toothache");
        clock.advance(Duration.ofDays(8));
        visit(2, "check");

        clock.advance(Duration.ofDays(3));
        retention.run();

        assertThat(texts("select title from customers.custom_object order by number"))
                .containsExactly("", "check");
        assertThat(texts("select text_value from customers.object_value order by object_number, attribute_id"))
                .containsExactly("7", "check", "7");
        assertThat(texts("select text_value from customers.object_change order by id"))
                .containsExactly("7", "check", "7");
    }

    private void visit(long number, String reason) {
        var at = clock.instant();
        POSTGRES.dsl().execute("""
                        insert into customers.custom_object (number, id, type_id, title, created_at, updated_at)
                        overriding system value values ({0}, gen_random_uuid(), 901, {1}, {2}, {2})
                        """, number, reason, at);
        for (var field : List.of(Map.entry(901, reason), Map.entry(902, "7"))) {
            POSTGRES.dsl()
                    .execute(
                            "insert into customers.object_value (object_number, attribute_id, text_value, given_at)"
                                    + " values ({0}, {1}, {2}, {3})",
                            number, field.getKey(), field.getValue(), at);
            POSTGRES.dsl()
                    .execute(
                            "insert into customers.object_change (object_number, what, attribute_id, text_value, actor,"
                                    + " at) values ({0}, 'field', {1}, {2}, 'system:test', {3})",
                            number, field.getKey(), field.getValue(), at);
        }
    }

    private static List<String> texts(String sql) {
        return POSTGRES.dsl().fetch(sql).getValues(0, String.class);
    }

    private Attribute kept(String key, int days) {
        var attribute = room.attributes().define(key, AttributeType.TEXT, Map.of());
        POSTGRES.dsl()
                .update(ATTRIBUTE)
                .set(ATTRIBUTE.RETENTION_DAYS, days)
                .where(ATTRIBUTE.ID.eq(attribute.id()))
                .execute();
        return attribute;
    }

    private Accepted say(Origin origin, String id, Attribute attribute, String value) {
        var key = SubjectKey.external(origin.sourceCode(), id);
        var said = new IncomingCustomer(key, Map.of(), Map.of(), Map.of(attribute, value), Map.of());
        return intake.accept(origin, List.of(said)).getFirst();
    }

    private List<String> current(Attribute attribute) {
        return POSTGRES.dsl()
                .select(ATTRIBUTE_CURRENT.TEXT_VALUE)
                .from(ATTRIBUTE_CURRENT)
                .where(ATTRIBUTE_CURRENT.ATTRIBUTE_ID.eq(attribute.id()))
                .orderBy(ATTRIBUTE_CURRENT.TEXT_VALUE)
                .fetch(ATTRIBUTE_CURRENT.TEXT_VALUE);
    }
}
