package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.kernel.Actor;

class PanelApiTest {
    private static final Map<String, Object> ANYBODY = Map.of(
            "rule",
            Map.of("kind", "field", "field", "COUNTRY", "check", Map.of("operator", "IS", "values", List.of("UA"))));

    private final TestApp app = TestApp.running();
    private final PanelStreams streams = app.bean(PanelStreams.class);

    @Test
    void tellsEachLineWhenItIsThere() throws Exception {
        var others = new CountDownLatch(1);
        var seated = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            CompletableFuture.runAsync(
                    () -> sitUntil(others, seated), task -> Thread.ofVirtual().start(task));
        }
        seated.await();
        try (var lines = app.owner().lines("/api/v1/segments/preview/panel", ANYBODY)) {
            var told = lines.iterator();

            assertThat(told.next()).as("a sign of life while others are served").isEmpty();
            others.countDown();

            var next = told.next();
            while (next.isEmpty()) next = told.next();
            assertThat(next).startsWith("{\"part\":\"total\"");
        } finally {
            others.countDown();
        }
    }

    private void sitUntil(CountDownLatch end, CountDownLatch seated) {
        streams.run(new PanelStreams.Panel(Actor.SYSTEM, UUID.randomUUID()), OutputStream.nullOutputStream(), _ -> {
            seated.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
