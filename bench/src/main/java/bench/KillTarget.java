package bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import regulars.Regulars;
import regulars.boot.Product;
import regulars.boot.StartSettings;
import regulars.channels.Composition;
import regulars.channels.Delivery;
import regulars.channels.MessageSource;
import regulars.channels.NewMessage;
import regulars.channels.NewSending;
import regulars.channels.OutgoingMail;
import regulars.channels.QueuedMessage;
import regulars.channels.SendQueue;
import regulars.channels.SendingState;
import regulars.kernel.Ids;

/**
 * The whole product in a process that is there to be killed: its first life makes the base and one sending to everybody,
 * each further one goes on where the last was killed. Run with data folder, port, SMTP port and recipients.
 */
final class KillTarget {
    static final UUID SENDING = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private static final String KIND = "bench";
    private static final int PARAGRAPHS = 24;
    private static final String PARAGRAPH =
            "<p style=\"margin:0 0 12px;font:16px sans-serif\">{{name}}, the new harvest is here, and it is good.</p>\n";

    private KillTarget() {}

    public static void main(String[] arguments) throws Exception {
        int recipients = Integer.parseInt(arguments[3]);
        var settings = StartSettings.read(Map.of("REGULARS_DATA", arguments[0], "REGULARS_PORT", arguments[1]));
        var product = Product.start(
                Regulars.class,
                settings,
                List.of(context -> context.registerBean("benchSource", MessageSource.class, Greeting::new)));
        load(product, recipients, arguments[2]);
        send(product.bean(SendQueue.class), recipients);
        new CountDownLatch(1).await();
    }

    private static void load(Product product, int recipients, String port) throws IOException, SQLException {
        var loaded = product.bean(DSLContext.class).fetchExists(schema.channels.Tables.SETTINGS);
        if (loaded) return;
        var script =
                resource().replace("${customers}", Integer.toString(recipients)).replace("${port}", port);
        try (var connection = product.bean(DataSource.class).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    private static String resource() throws IOException {
        try (var in = Optional.ofNullable(KillTarget.class.getResourceAsStream("kill/load.sql"))
                .orElseThrow(() -> new IOException("no resource kill/load.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Every step of it may be repeated after a kill. */
    private static void send(SendQueue queue, int recipients) {
        queue.open(new NewSending(SENDING, KIND, "Bench", "marketing", Delivery.AT_LEAST_ONCE, null));
        if (queue.sending(SENDING).state() != SendingState.HELD) return;
        var now = Instant.now();
        Iterable<NewMessage> everybody = () -> IntStream.rangeClosed(1, recipients)
                .mapToObj(n -> new NewMessage(Ids.next(now), n, n, "c" + n + "@example.com", null))
                .iterator();
        queue.enqueue(SENDING, everybody);
        queue.release(SENDING);
    }

    /** Some kilobytes with a name in many places, as a campaign's mail is. */
    private static final class Greeting implements MessageSource {
        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public List<Composition> compose(UUID sendingId, List<QueuedMessage> batch) {
            return batch.stream().map(Greeting::compose).toList();
        }

        private static Composition compose(QueuedMessage message) {
            var name = "Given" + message.customerNumber();
            var html = PARAGRAPH.repeat(PARAGRAPHS).replace("{{name}}", name);
            return new Composition.Composed(OutgoingMail.of("A word for " + name, html, "Dear " + name));
        }
    }
}
