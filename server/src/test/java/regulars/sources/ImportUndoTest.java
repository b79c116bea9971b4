package regulars.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static schema.commerce.Tables.ORDERS;
import static schema.customers.Tables.CUSTOMER;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.consent.Channel;
import regulars.consent.Standing;
import regulars.customers.CustomerRef;
import regulars.customers.CustomerUndo;
import regulars.kernel.Actor;
import schema.customers.tables.records.CustomerRecord;
import schema.sources.tables.records.ImportRecord;

class ImportUndoTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    @TempDir
    private static Path folder;

    private final ImportFixture room =
            new ImportFixture(POSTGRES, folder, new SettableClock(Instant.parse("2026-05-01T00:00:00Z")));

    @Test
    void takesBackWhatTheImportSaidAndKeepsWhatOthersSaid() {
        room.run("id,email,city,shoe size\nu1,u1@example.com,Kyiv,40\n", "First");
        room.clock.advance(Duration.ofDays(1));
        var second =
                room.run("id,email,city,shoe size\nu1,u1@example.com,Lviv,41\nu2,u2@example.com,Lviv,42\n", "First");
        assertThat(customer("u1@example.com").getCity()).isEqualTo("Lviv");
        var before = room.rows();

        var tried = room.undo(second.getId(), true);
        assertThat(room.rows()).isEqualTo(before);
        var undone = room.undo(second.getId(), false);

        assertThat(undone.customersRemoved()).isEqualTo(1).isEqualTo(tried.customersRemoved());
        assertThat(undone.customersChanged()).isEqualTo(1).isEqualTo(tried.customersChanged());
        assertThat(undone.customers()).hasSize(1);
        assertThat(customer("u1@example.com").getCity()).isEqualTo("Kyiv");
        var recipient = room.customers
                .customers()
                .recipients(List.of(customer("u1@example.com").getNumber()))
                .getFirst();
        assertThat(recipient.attributes().get("shoe_size")).hasToString("40");
        assertThat(room.dsl.fetchExists(CUSTOMER, CUSTOMER.EMAIL.eq("u2@example.com")))
                .isFalse();
        var again = room.run("id,email,city\nu2,u2@example.com,Lviv\n", "First");
        assertThat(again.getCreated()).isEqualTo(1);
        assertThat(customer("u2@example.com").getState()).isEqualTo("active");
    }

    @Test
    void neverGrantsAConsentAgainAndLeavesOptOutsStanding() {
        room.run("id,email,email_consent\ng1,g1@example.com,no\n", "Refusals");
        var grants = room.run(
                "id,email,email_consent,unsubscribed\ng1,g1@example.com,yes,\ng2,g2@example.com,yes,\ng3,g3@example.com,,yes\n",
                "Grants");
        room.run("id,email\ng2,g2@example.com\ng3,g3@example.com\n", "Others");
        assertThat(standing("g2@example.com")).isEqualTo(Standing.GRANTED);

        var undone = room.undo(grants.getId(), false);

        assertThat(undone.consentsTakenBack()).isEqualTo(2);
        assertThat(standing("g1@example.com")).isEqualTo(Standing.WITHDRAWN);
        assertThat(standing("g2@example.com")).isEqualTo(Standing.ABSENT);
        assertThat(standing("g3@example.com")).isEqualTo(Standing.SUPPRESSED);
    }

    @Test
    void removesOrdersWithTheirBuyersAndNamesThoseTouchedSince() {
        var file = "order_id,customer_id,date,total,status\no1,b1,2026-01-01,10,paid\no2,b2,2026-01-02,20,paid\n";
        var first = orders(file);
        orders("order_id,customer_id,date,total,status\no2,b2,2026-01-02,20,delivered\n");

        var undone = room.undo(first.getId(), false);

        assertThat(undone.ordersRemoved()).isEqualTo(1);
        assertThat(undone.ordersKept()).isEqualTo(1);
        assertThat(undone.orders()).containsExactly("o2");
        assertThat(undone.customersRemoved()).isEqualTo(1);
        assertThat(undone.customersChanged()).isEqualTo(1);
        assertThat(room.dsl.fetchExists(ORDERS, ORDERS.EXTERNAL_ID.eq("o1"))).isFalse();
        assertThat(room.dsl.fetchExists(ORDERS, ORDERS.EXTERNAL_ID.eq("o2"))).isTrue();
        assertThat(orders(file).getCreated()).isEqualTo(1);
    }

    @Test
    void bringsOrdersBackToWhatTheyWere() {
        orders("order_id,customer_id,date,total,status\no3,b3,2026-01-01,10,paid\no4,b4,2026-01-02,20,paid\n");
        var head = "order_id,customer_id,date,total,status,refunded\n";
        var second = orders(head + "o3,b5,2026-01-03,30,delivered,5\no4,b4,2026-01-02,20,delivered,0\n");
        orders("order_id,customer_id,date,total,status\no4,b4,2026-01-02,25,delivered\n");

        var undone = room.undo(second.getId(), false);

        assertThat(undone.ordersChanged()).isEqualTo(1);
        assertThat(undone.orders()).containsExactly("o4");
        var back = room.dsl.fetchSingle(ORDERS, ORDERS.EXTERNAL_ID.eq("o3"));
        assertThat(back.getStatus()).isEqualTo("paid");
        assertThat(back.getTotalMinor()).isEqualTo(1000);
        assertThat(back.getRefundedMinor()).isZero();
        assertThat(room.dsl.fetchValue(
                        "select string_agg(status, ' ' order by id) from commerce.order_status_history where order_number = ?",
                        back.getNumber()))
                .isEqualTo("paid delivered paid");
        assertThat(undone.customersRemoved()).isEqualTo(1);
    }

    @Test
    void keepsWhomSomebodyWroteANoteAbout() {
        var first = room.run("id,email\nn1,n1@example.com\nn2,n2@example.com\n", "Noted");
        var noted = customer("n1@example.com");
        room.customers.intake().subjectByHand(new CustomerRef(noted.getNumber(), noted.getId()), Actor.SYSTEM);

        var undone = room.undo(first.getId(), false);

        assertThat(undone.customersRemoved()).isEqualTo(1);
        assertThat(undone.customers()).extracting(CustomerUndo.KeptCustomer::id).containsExactly(noted.getId());
    }

    @Test
    void leavesNothingOfAWrongMatchBehind() {
        room.run("id,email\nw1,w1@example.com\n", "Matched");
        var wrong = room.run("id,email\nw1,w1@example.com\nw2,w1@example.com\n", "Matched");
        assertThat(wrong.getNewCustomers()).isZero();

        room.undo(wrong.getId(), false);
        var right = room.run("id,email\nw1,w1@example.com\nw2,w2@example.com\n", "Matched");

        assertThat(right.getNewCustomers()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void afterAnImportAndItsUndoingEverythingIsAsBefore(long seed) {
        var random = new Random(seed);
        var people = "Property " + seed;
        room.run(people(random, seed, 30), people);
        room.clock.advance(Duration.ofHours(1));
        room.run(people(random, seed, 30), people + " club");
        room.clock.advance(Duration.ofHours(1));
        orders(orders(random, seed, 0, 20), people);
        var before = content();

        room.clock.advance(Duration.ofHours(1));
        var second = room.run(people(random, seed, 30), people);
        room.clock.advance(Duration.ofHours(1));
        var bought = orders(orders(random, seed, 20, 20), people);
        assertThat(content()).isNotEqualTo(before);

        room.undo(bought.getId(), false);
        room.undo(second.getId(), false);

        assertThat(content()).isEqualTo(before);
    }

    private static String people(Random random, long seed, int rows) {
        var file = new StringBuilder("id,email,phone,first name,city,registered at,shoe size,email consent\n");
        for (int i = 0; i < rows; i++) {
            int one = random.nextInt(40);
            file.append("p").append(one).append(",x");
            file.append(random.nextInt(4) == 0 ? random.nextInt(40) : one);
            file.append("-").append(seed).append("@example.com,");
            file.append(random.nextBoolean() ? "" : "+38067%03d%04d".formatted(seed, one))
                    .append(',');
            file.append("Name").append(random.nextInt(3)).append(',');
            file.append(random.nextBoolean() ? "" : "City" + random.nextInt(3)).append(',');
            file.append(random.nextBoolean() ? "" : "2025-01-%02d".formatted(1 + random.nextInt(28)))
                    .append(',');
            file.append(random.nextBoolean() ? "" : String.valueOf(35 + random.nextInt(10)))
                    .append(',');
            file.append(random.nextBoolean() ? "" : "yes").append('\n');
        }
        return file.toString();
    }

    private static String orders(Random random, long seed, int first, int rows) {
        var file = new StringBuilder("order_id,customer_id,date,sku,amount\n");
        for (int i = first; i < first + rows; i++) {
            file.append("o%d-%d,p%d,2026-01-%02d,s%d,%d\n"
                    .formatted(seed, i, random.nextInt(60), 1 + random.nextInt(28), random.nextInt(5), 1 + i));
        }
        return file.toString();
    }

    /** What people and programs see, without when it was last written. */
    private Map<String, String> content() {
        var content = new LinkedHashMap<String, String>();
        for (String query : List.of(
                "select number, given_name, full_name, email, phone, city, created_at from customers.customer"
                        + " where state = 'active' order by 1",
                "select subject_number, customer_number from customers.subject_link order by 1",
                "select subject_number, kind, value, normalised, validity, first_seen_at, confirmed_at"
                        + " from customers.contact_point order by 1, 2, 4",
                "select subject_number, attribute_id, number_value, given_at from customers.attribute_current order by 1, 2",
                "select subject_number, channel, purpose_id, granted, imported, evidence_id, given_at"
                        + " from consent.state order by 1, 2, 3",
                "select number, external_id, subject_number, status, total_minor, revenue_minor from commerce.orders order by 1",
                "select order_number, line_no, product_number, amount_minor from commerce.order_line order by 1, 2")) {
            content.put(query, room.dsl.fetch(query).formatCSV());
        }
        return content;
    }

    private ImportRecord orders(String file) {
        return orders(file, "Undone orders");
    }

    private ImportRecord orders(String file, String source) {
        return room.run(file, source, request -> ImportFixture.with(request, "USD", Map.of()));
    }

    private CustomerRecord customer(String email) {
        return room.dsl.selectFrom(CUSTOMER).where(CUSTOMER.EMAIL.eq(email)).fetchSingle();
    }

    private Standing standing(String email) {
        return room.consents
                .standingNow(customer(email).getNumber(), email, Channel.EMAIL, "marketing")
                .standing();
    }
}
