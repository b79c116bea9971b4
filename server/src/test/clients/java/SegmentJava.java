import com.segment.analytics.Analytics;
import com.segment.analytics.messages.AliasMessage;
import com.segment.analytics.messages.GroupMessage;
import com.segment.analytics.messages.IdentifyMessage;
import com.segment.analytics.messages.PageMessage;
import com.segment.analytics.messages.ScreenMessage;
import com.segment.analytics.messages.TrackMessage;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Sends with the library what calls.mjs has the other ones send; run with the address and the key. */
public final class SegmentJava {
    private static final Date PAST = Date.from(Instant.parse("2026-02-03T04:05:06.789Z"));

    private SegmentJava() {}

    public static void main(String[] arguments) {
        var client = Analytics.builder(arguments[1]).endpoint(arguments[0]).flushQueueSize(20).retries(6).build();
        client.enqueue(IdentifyMessage.builder()
                .userId("w-1")
                .traits(Map.of("email", "wire-java@example.com", "name", "Пётр Гиббонс", "logins", 5))
                .timestamp(PAST));
        client.enqueue(TrackMessage.builder("Order Completed")
                .userId("w-1")
                .properties(Map.of(
                        "order_id", "50314b8e",
                        "total", 27.5,
                        "odd", "<b>=1+1</b>\r\n'; drop table x;--",
                        "products", List.of(Map.of("sku", "45790-32", "price", 19))))
                .timestamp(PAST));
        client.enqueue(PageMessage.builder("Pricing").anonymousId("w-anon").properties(Map.of("url", "https://shop.example/pricing")));
        client.enqueue(ScreenMessage.builder("Cart").userId("w-1"));
        client.enqueue(GroupMessage.builder("acme").userId("w-1").traits(Map.of("name", "ACME GmbH")));
        client.enqueue(AliasMessage.builder("w-anon").userId("w-1"));
        client.flush();
        client.shutdown();
    }
}
