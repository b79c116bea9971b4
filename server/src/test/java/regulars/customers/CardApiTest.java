package regulars.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.segments.Shop;

class CardApiTest {
    private final TestApp app = TestApp.running();

    @Test
    void showsOrdersAndTimelineOfOneCustomer() {
        var shop = new Shop(app.dsl());
        var now = app.clock().instant();
        var id = shop.customer(950_001, "UA", now);
        shop.order(950_001, now.minus(Duration.ofDays(2)), 1_250);
        shop.order(950_001, now.minus(Duration.ofDays(1)), 700, "cancelled");
        var path = "/api/v1/customers/" + id;

        var orders = app.owner().get(path + "/orders").requireStatus(200).json().path("items");
        var timeline =
                app.owner().get(path + "/timeline").requireStatus(200).json().path("items");
        var totals = app.owner()
                .get("/api/v1/order-totals?customers=" + id)
                .requireStatus(200)
                .json();

        var order = app.owner()
                .get("/api/v1/orders/" + orders.get(1).path("id").asString())
                .requireStatus(200)
                .json();
        var unknown = app.owner().get("/api/v1/orders/" + id);

        assertThat(order.path("customerId").asString()).isEqualTo(id.toString());
        assertThat(order.path("order")).isEqualTo(orders.get(1));
        assertThat(unknown.code()).isEqualTo("ORDER_NOT_FOUND");
        assertThat(orders).hasSize(2);
        assertThat(orders.get(0).path("status").asString()).isEqualTo("cancelled");
        assertThat(orders.get(0).path("counts").asBoolean()).isFalse();
        assertThat(orders.get(1).path("revenue").path("minor").asLong()).isEqualTo(1_250);
        assertThat(timeline).hasSize(2);
        assertThat(totals.path("items").get(0).path("orders").asInt()).isEqualTo(1);
        assertThat(app.owner().get(path + "/consents").requireStatus(200).json().path("evidence"))
                .isEmpty();
    }
}
