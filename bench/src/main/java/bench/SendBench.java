package bench;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How fast a campaign leaves: personalised by Liquid, links signed, a ledger row for each recipient, consent asked again
 * before the wire; against {@link FixedSender} over as many connections to the same sink, in alternating pairs after a
 * warm-up pair. Arguments: recipients, pairs.
 */
final class SendBench implements Benchmark {
    private static final int RECIPIENTS = 10_000;
    private static final int PAIRS = 5;
    private static final int CONNECTIONS = 4;
    private static final double BOUND = 0.7;
    private static final Duration STILLNESS = Duration.ofMinutes(2);

    /** Rates a second, and processor time a mail in milliseconds. */
    private record Pair(double product, double fixed, double launch, Cpu cpu) {
        double ratio() {
            return product / fixed;
        }
    }

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        int recipients = arguments.isEmpty() ? RECIPIENTS : Integer.parseInt(arguments.getFirst());
        int count = arguments.size() < 2 ? PAIRS : Integer.parseInt(arguments.get(1));
        var work = Files.createTempDirectory("regulars-bench-send-");
        try (var sink = new CountingSink();
                var product = new SendProduct(work, recipients, sink.port())) {
            var pairs = new ArrayList<Pair>();
            for (int number = 0; number <= count; number++) {
                var pair = pair(sink, product, recipients);
                System.out.printf(
                        "product %.0f/s (first mail after %.1f s, %s), fixed message %.0f/s%s%n",
                        pair.product(), pair.launch(), pair.cpu(), pair.fixed(), number == 0 ? " (warm-up)" : "");
                if (number > 0) pairs.add(pair);
            }
            var figures = figures(pairs);
            figures.put("recipients", recipients);
            figures.put("bytes", sink.averageBytes());
            product.close();
            product.forget();
            return figures;
        }
    }

    private static Pair pair(CountingSink sink, SendProduct product, int recipients) throws Exception {
        var campaign = SendCampaign.create(product, 0);
        var patience = new Patience(STILLNESS, sink::total);
        sink.forget();
        long began = System.nanoTime();
        campaign.launch();
        patience.await("the first mail", () -> sink.total() > 0);
        double launch = (System.nanoTime() - began) / 1e9;
        var before = Cpu.of(product);
        int from = sink.total();
        patience.await("everybody", () -> sink.total() >= recipients);
        var spent = Cpu.of(product).since(before).each(recipients - from);
        double rate = sink.rate();
        patience.await("the campaign to be sent", () -> campaign.state().equals("sent"));
        requireWhole(sink, recipients);
        int bytes = sink.averageBytes();
        sink.forget();
        FixedSender.send(sink.port(), CONNECTIONS, recipients, bytes);
        requireWhole(sink, recipients);
        return new Pair(rate, sink.rate(), launch, spent);
    }

    private record Cpu(double program, double database, double sink) {
        static Cpu of(SendProduct product) {
            var cpu = product.cpu();
            var own = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
            return new Cpu(cpu.program(), cpu.database(), own.toNanos() / 1e9);
        }

        Cpu since(Cpu before) {
            return new Cpu(program - before.program, database - before.database, sink - before.sink);
        }

        Cpu each(int mails) {
            return new Cpu(1e3 * program / mails, 1e3 * database / mails, 1e3 * sink / mails);
        }
    }

    private static double median(List<Pair> pairs, ToDoubleFunction<Pair> figure) {
        return Figures.rounded(
                Figures.median(pairs.stream().map(figure::applyAsDouble).toList()), 3);
    }

    private static void requireWhole(CountingSink sink, int recipients) {
        if (sink.recipients() != recipients || sink.total() != recipients)
            throw new IllegalStateException(
                    "the sink has " + sink.total() + " mails of " + sink.recipients() + " people, not " + recipients);
    }

    private static Map<String, Object> figures(List<Pair> pairs) {
        var ratios = pairs.stream().map(Pair::ratio).toList();
        double ratio = Figures.median(ratios);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("holds", ratio >= BOUND);
        figures.put("ratio_to_fixed", Figures.rounded(ratio, 2));
        figures.put("bound", BOUND);
        figures.put(
                "messages_per_s",
                Math.round(Figures.median(pairs.stream().map(Pair::product).toList())));
        figures.put(
                "fixed_per_s",
                Math.round(Figures.median(pairs.stream().map(Pair::fixed).toList())));
        figures.put(
                "ratio_each",
                ratios.stream().map(each -> Figures.rounded(each, 2)).toList());
        figures.put(
                "product_each",
                pairs.stream().map(pair -> Math.round(pair.product())).toList());
        figures.put(
                "launch_s",
                Figures.rounded(Figures.median(pairs.stream().map(Pair::launch).toList()), 1));
        figures.put(
                "cpu_ms_a_mail",
                Map.of(
                        "program", median(pairs, pair -> pair.cpu().program()),
                        "database", median(pairs, pair -> pair.cpu().database()),
                        "sink", median(pairs, pair -> pair.cpu().sink())));
        figures.put("pairs", pairs.size());
        figures.put("connections", CONNECTIONS);
        figures.put("cores", Runtime.getRuntime().availableProcessors());
        figures.put("java", Runtime.version().toString());
        return figures;
    }
}
