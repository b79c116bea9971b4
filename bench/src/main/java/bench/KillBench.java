package bench;

import bench.SendProduct.Victim;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import regulars.channels.DuplicateWindow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A campaign to more than 50,000 people (of 56,000, a tenth being the control group) through the whole product, killed
 * again and again (the program, its PostgreSQL, both): once while the launch puts people before the gate, then at
 * random points of the sending, and counted at the SMTP server that receives. Arguments: people, seed.
 */
final class KillBench implements Benchmark {
    private static final int PEOPLE = 56_000;
    private static final int CONNECTIONS = 4;
    private static final double CONTROL_SHARE = 0.1;
    private static final Duration STILLNESS = Duration.ofMinutes(3);

    private static final Victim DURING_LAUNCH = Victim.PROGRAM;
    private static final List<Victim> DURING_SENDING = List.of(
            Victim.DATABASE, Victim.BOTH, Victim.PROGRAM, Victim.DATABASE, Victim.BOTH, Victim.PROGRAM, Victim.BOTH);

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        int people = arguments.isEmpty() ? PEOPLE : Integer.parseInt(arguments.getFirst());
        long seed = arguments.size() < 2 ? System.nanoTime() : Long.parseLong(arguments.get(1));
        var work = Files.createTempDirectory("regulars-bench-kill-");
        System.out.println("seed " + seed + ", the product's words: " + work.resolve("product.log"));
        try (var sink = new CountingSink();
                var product = new SendProduct(work, people, sink.port())) {
            var campaign = SendCampaign.create(product, CONTROL_SHARE);
            System.out.printf("%d people, %d of them to be mailed%n", people, campaign.recipients());
            var run = new Run(sink, product, campaign, new Random(seed));
            run.launchAndKill();
            run.sendAndKill();
            run.awaitSent();
            var figures = run.figures();
            figures.put("people", people);
            figures.put("seed", seed);
            figures.put("cores", Runtime.getRuntime().availableProcessors());
            figures.put("java", Runtime.version().toString());
            product.close();
            product.forget();
            return figures;
        }
    }

    private static final class Run {
        private final CountingSink sink;
        private final SendProduct product;
        private final SendCampaign campaign;
        private final Random random;
        private final Patience patience;
        private boolean launchKilled;
        private double rate;
        private JsonNode deliveries = MissingNode.getInstance();

        Run(CountingSink sink, SendProduct product, SendCampaign campaign, Random random) {
            this.sink = sink;
            this.product = product;
            this.campaign = campaign;
            this.random = random;
            this.patience = new Patience(STILLNESS, sink::total);
        }

        void launchAndKill() throws Exception {
            campaign.launch();
            long at = 1 + random.nextInt(campaign.recipients() / 3);
            patience.await(
                    "the launch to queue " + at,
                    () -> campaign.launched() >= at || !campaign.state().equals("launching"));
            launchKilled = campaign.state().equals("launching");
            System.out.printf(
                    "kill 1 %s: %s%n", launchKilled ? "during the launch" : "just after the launch", DURING_LAUNCH);
            product.kill(DURING_LAUNCH);
        }

        void sendAndKill() throws Exception {
            patience.await("the first mail", () -> sink.total() > 0);
            long first = System.nanoTime();
            int mailed = sink.total();
            int part = campaign.recipients() / (DURING_SENDING.size() + 1);
            for (int i = 0; i < DURING_SENDING.size(); i++) {
                int at = part * i + part / 2 + random.nextInt(part);
                patience.await("mail number " + at, () -> sink.total() >= at);
                if (i == 0) rate = (sink.total() - mailed) / ((System.nanoTime() - first) / 1e9);
                System.out.printf("kill %d at %d mails: %s%n", i + 2, sink.total(), DURING_SENDING.get(i));
                product.kill(DURING_SENDING.get(i));
            }
        }

        /** A campaign is sent when the ledger has an outcome for everybody; nobody can be tried again after that. */
        void awaitSent() {
            patience.await("everybody", () -> sink.recipients() >= campaign.recipients());
            patience.await("the campaign to be sent", () -> campaign.state().equals("sent"));
            patience.await("the report", () -> {
                deliveries = campaign.report().path("deliveries");
                return true;
            });
        }

        Map<String, Object> figures() {
            int expected = campaign.recipients();
            int lost = expected - sink.recipients();
            int window = DuplicateWindow.of(CONNECTIONS).size();
            int kills = DURING_SENDING.size() + 1;
            long repeated = sink.repeated();
            boolean agrees = deliveries.path("sent").asLong() == expected
                    && deliveries.path("treated").asLong() == expected
                    && deliveries.path("waiting").asLong() == 0;
            var figures = new LinkedHashMap<String, Object>();
            figures.put("holds", lost == 0 && repeated <= (long) window * kills && sink.sameIds() && agrees);
            figures.put("recipients", expected);
            figures.put("lost", lost);
            figures.put("duplicates", repeated);
            figures.put("same_message_id", sink.sameIds());
            figures.put("window", window);
            figures.put("kills", kills);
            figures.put("killed_during_launch", launchKilled);
            figures.put("messages_per_s", Math.round(rate));
            figures.put("report_agrees", agrees);
            figures.put("reported", deliveries);
            return figures;
        }
    }
}
