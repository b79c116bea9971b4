package regulars.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static regulars.sources.TrackFixture.APP;
import static regulars.sources.TrackFixture.PAGE_KEY;
import static regulars.sources.TrackFixture.SITE;
import static regulars.sources.TrackFixture.await;
import static regulars.sources.TrackFixture.basic;
import static regulars.sources.TrackFixture.event;
import static regulars.sources.TrackFixture.post;
import static regulars.sources.TrackFixture.stored;
import static schema.collect.Tables.EVENT;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.IDENTITY_DOUBT;
import static schema.customers.Tables.SUBJECT_LINK;
import static schema.sources.Tables.TOLD_TRAIT;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import regulars.warehouse.Warehouse;

/** Who a visitor is, as a server says and as a page may not. */
class VisitorsTest {
    @Test
    void countsWhatAVisitorDidAsThePersonsOnceAServerNamesThem() {
        fromThePage("/v1/track", "visit-1", Map.of("event", "Visit Looked Around", "anonymousId", "visit-a"));
        fromTheServer("/v1/identify", "visit-2", Map.of("userId", "visit-7", "traits", email("visit")));
        await("visit@visitors.example");
        assertThat(owner("visit-1")).isNull();

        fromTheServer("/v1/identify", "visit-3", Map.of("userId", "visit-7", "anonymousId", "visit-a"));
        takeIn();

        int person = number("visit");
        assertThat(owner("visit-1")).isEqualTo(person);
        APP.bean(Warehouse.class).barrier(Duration.ofSeconds(20));
        int counted = APP.bean(Warehouse.class)
                .readWhole(mirror -> mirror.fetchCount(
                        EVENT,
                        EVENT.TYPE.eq("Visit Looked Around"),
                        Warehouse.customer(EVENT).eq(person)));
        assertThat(counted).isEqualTo(1);
    }

    @Test
    void neverAttachesAPageToAPersonItNames() {
        fromTheServer("/v1/identify", "steal-1", Map.of("userId", "steal-7", "traits", email("steal")));
        await("steal@visitors.example");
        fromThePage("/v1/track", "steal-2", Map.of("event", "Steal", "anonymousId", "steal-a"));

        fromThePage("/v1/identify", "steal-3", Map.of("userId", "steal-7", "anonymousId", "steal-a"));
        fromThePage("/v1/alias", "steal-4", Map.of("userId", "steal-7", "previousId", "steal-a"));
        fromThePage("/v1/alias", "steal-5", Map.of("userId", "steal-a", "previousId", "steal-7"));
        fromThePage("/v1/track", "steal-6", Map.of("event", "Steal", "userId", "steal-7"));
        takeIn();

        assertThat(owner("steal-2")).isNull();
        assertThat(owner("steal-6")).isNull();
        fromTheServer("/v1/identify", "steal-8", Map.of("userId", "steal-9", "anonymousId", "claimed:steal-7"));
        takeIn();
        assertThat(owner("steal-6"))
                .as("what a page claimed is nobody's former id")
                .isNull();
    }

    @Test
    void leavesAVisitorWithWhoeverWasNamedFirstAndAsksPeople() {
        fromTheServer("/v1/identify", "twice-1", Map.of("userId", "twice-1", "anonymousId", "twice-a"));
        fromTheServer("/v1/track", "twice-2", Map.of("event", "Twice", "anonymousId", "twice-a"));
        takeIn();
        var first = Objects.requireNonNull(owner("twice-2"));

        fromTheServer("/v1/identify", "twice-3", Map.of("userId", "twice-2", "anonymousId", "twice-a"));
        fromTheServer("/v1/alias", "twice-4", Map.of("userId", "twice-2", "previousId", "twice-1"));
        takeIn();

        assertThat(owner("twice-2")).isEqualTo(first);
        assertThat(owner("twice-3")).isNotNull().isNotEqualTo(first);
        assertThat(APP.dsl()
                        .select(IDENTITY_DOUBT.WHY)
                        .from(IDENTITY_DOUBT)
                        .where(IDENTITY_DOUBT.FIRST_NUMBER.eq(first))
                        .fetch(IDENTITY_DOUBT.WHY))
                .containsExactlyInAnyOrder("visitor", "alias");
    }

    private static void fromTheServer(String path, String messageId, Map<String, ?> members) {
        post(path, event(messageId, members)).requireStatus(200);
    }

    private static void fromThePage(String path, String messageId, Map<String, ?> members) {
        APP.stranger()
                .with("Authorization", basic(PAGE_KEY))
                .with("Origin", SITE)
                .send("POST", path, BodyPublishers.ofString(event(messageId, members)), "application/json")
                .requireStatus(200);
    }

    private static Map<String, String> email(String name) {
        return Map.of("email", name + "@visitors.example");
    }

    private static int number(String name) {
        return APP.dsl()
                .select(CUSTOMER.NUMBER)
                .from(CUSTOMER)
                .where(CUSTOMER.EMAIL.eq(name + "@visitors.example"))
                .fetchSingle()
                .value1();
    }

    /** The product's own tick may have some of it in hand: nothing is left when both are done. */
    private static void takeIn() {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        do APP.bean(TraitIntake.class).run();
        while (APP.dsl().fetchExists(TOLD_TRAIT) && System.nanoTime() < deadline);
    }

    private static @Nullable Integer owner(String messageId) {
        return APP.dsl()
                .select(SUBJECT_LINK.CUSTOMER_NUMBER)
                .from(SUBJECT_LINK)
                .where(SUBJECT_LINK.SUBJECT_NUMBER.eq(stored(messageId).get(EVENT.SUBJECT_NUMBER)))
                .fetchOne(SUBJECT_LINK.CUSTOMER_NUMBER);
    }
}
