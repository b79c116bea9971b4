package regulars.demo;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One campaign from its segment to its report, each figure compared with what was asked and what arrived. */
final class CampaignStory {
    /** Larger than the default, for the demo has to tell a small effect from chance with a small base. */
    private static final double CONTROL_SHARE = 0.3;

    private final DemoApi api;
    private final Steps steps;
    private final Truth truth;
    private List<ReceivedMail> mails = List.of();
    private String segment = "";
    private @Nullable LetterRun run;
    private long willGet;
    private Instant launched = Instant.EPOCH;

    CampaignStory(Workbench bench, Truth truth) {
        this.api = bench.api();
        this.steps = bench.steps();
        this.truth = truth;
    }

    List<ReceivedMail> mails() {
        return mails;
    }

    Instant launched() {
        return launched;
    }

    String segment() throws Exception {
        var made = api.post("/api/v1/segments", Map.of("name", "Dormant buyers", "rule", ShopStory.dormant()));
        segment = made.get("id").asString();
        var preview = api.post("/api/v1/segments/preview", Map.of("rule", ShopStory.dormant()));
        steps.expect(
                "people of the segment",
                truth.dormant().size(),
                preview.get("total").asLong());
        return truth.dormant().size() + " people without an order for " + Truth.DORMANT_DAYS + " days";
    }

    String check() throws Exception {
        run = LetterRun.create(api, segment, template(api), CONTROL_SHARE);
        var check = run.check();
        var dormant = truth.dormant();
        long noAddress = dormant.stream().filter(buyer -> buyer.email() == null).count();
        long agreed = reachable(dormant).size();
        willGet = check.get("willGet").asLong();
        steps.expect("audience", dormant.size(), check.get("audience").asLong());
        steps.expect("without an address", noAddress, excluded(check, "no_address"));
        steps.expect("withdrawn", refused(dormant), excluded(check, "withdrawn"));
        steps.expect(
                "treated and control",
                agreed,
                willGet + check.get("controlGroup").asLong());
        steps.expect("ready: " + check.get("problems"), check.get("ready").asBoolean());
        return "%d get it, %d are the control group, %d are left out"
                .formatted(willGet, check.get("controlGroup").asLong(), dormant.size() - agreed);
    }

    String launch() throws Exception {
        var begin = System.nanoTime();
        launched = requireNonNull(run).launch();
        return "%d messages, %.0f a second".formatted(willGet, willGet / ((System.nanoTime() - begin) / 1e9));
    }

    /** Reads what the SMTP server has, as bytes; the sender's own tables are not asked. */
    String received() throws Exception {
        mails = requireNonNull(run).received();
        var recipients = mails.stream().map(ReceivedMail::to).collect(Collectors.toSet());
        var allowed = reachable(truth.dormant()).stream().map(Buyer::email).collect(Collectors.toSet());
        steps.expect("mails received", willGet, mails.size());
        steps.expect("different recipients", willGet, recipients.size());
        steps.expect(
                "different Message-IDs",
                willGet,
                mails.stream().map(ReceivedMail::messageId).distinct().count());
        steps.expect(
                "mails to people who did not agree",
                0,
                minus(recipients, allowed).size());
        steps.expect(
                "control group who got a mail",
                0,
                both(recipients, run.emails("control")).size());
        steps.expect(
                "every mail can be unsubscribed by one click",
                mails.stream().allMatch(mail -> mail.oneClick() != null));
        return mails.size() + " mails to " + recipients.size() + " people, none to the control group";
    }

    String report(Responses responses) throws Exception {
        var report = requireNonNull(run).report();
        var counts = report.get("responses");
        steps.expect(
                "accepted", willGet, report.get("deliveries").get("accepted").asLong());
        steps.expect(
                "opened by people", responses.opened(), counts.get("opened").asLong());
        steps.expect(
                "clicked by people", responses.clicked(), counts.get("clicked").asLong());
        steps.expect(
                "opened by machines only",
                responses.machineOpened(),
                counts.get("machineOpened").asLong());
        steps.expect(
                "clicked by machines only",
                responses.machineClicked(),
                counts.get("machineClicked").asLong());
        steps.expect(
                "unsubscribed",
                responses.unsubscribed(),
                counts.get("unsubscribed").asLong());
        return effect(report.get("outcome"), responses);
    }

    private String effect(JsonNode outcome, Responses responses) throws Exception {
        var treated = mails.stream().map(ReceivedMail::to).collect(Collectors.toSet());
        var control = requireNonNull(run).emails("control");
        side("treated", responses.revenueOf(treated), treated.size(), outcome.get("treated"));
        side("control", responses.revenueOf(control), control.size(), outcome.get("control"));
        double planted = (double) responses.plantedMinor() / treated.size();
        var lift = outcome.get("revenueLift");
        double low = lift.get("low").asDouble();
        double high = lift.get("high").asDouble();
        steps.expect(
                "the interval %.1f to %.1f misses the planted %.1f".formatted(low, high, planted),
                low <= planted && planted <= high);
        steps.expect(
                "the groups have the planned sizes", !outcome.get("mismatch").asBoolean());
        return "lift %.2f %s a person, 95 %% interval %.2f to %.2f; planted %.2f; brought %.2f"
                .formatted(
                        lift.get("difference").asDouble() / 100,
                        Shop.CURRENCY,
                        low / 100,
                        high / 100,
                        planted / 100,
                        outcome.get("money").get("difference").asDouble() / 100);
    }

    private void side(String name, List<Sale> sales, int people, JsonNode figures) {
        steps.expect(name + " people", people, figures.get("people").asLong());
        steps.expect(name + " orders", sales.size(), figures.get("orders").asLong());
        steps.expect(
                name + " revenue",
                sales.stream().mapToLong(Sale::totalMinor).sum(),
                figures.get("revenueMinor").asLong());
    }

    /** The letter that asks people back, in the language of each. */
    static String template(DemoApi api) throws Exception {
        Map<String, Object> template = new HashMap<>();
        template.put("name", "We have missed you");
        template.put("type", "reactivation");
        template.put("language", "en");
        template.put(
                "subject",
                "{% case customer.language %}{% when \"uk\" %}{{ customer.first_name }}, ми скучили{% when \"ru\" %}"
                        + "{{ customer.first_name }}, мы скучали{% when \"zh\" %}{{ customer.first_name }},好久不见"
                        + "{% else %}We have missed you, {{ customer.first_name }}{% endcase %}");
        template.put("preheader", "");
        template.put("format", "mjml");
        template.put("body", ShopStory.letter());
        return api.post("/api/v1/templates", template).get("id").asString();
    }

    private static List<Buyer> reachable(List<Buyer> buyers) {
        return buyers.stream()
                .filter(buyer -> buyer.email() != null && Boolean.TRUE.equals(buyer.emailConsent()))
                .toList();
    }

    private static long refused(List<Buyer> buyers) {
        return buyers.stream()
                .filter(buyer -> buyer.email() != null && Boolean.FALSE.equals(buyer.emailConsent()))
                .count();
    }

    private static long excluded(JsonNode check, String reason) {
        for (var exclusion : check.get("excluded")) {
            if (exclusion.get("reason").asString().equalsIgnoreCase(reason))
                return exclusion.get("people").asLong();
        }
        return 0;
    }

    private static Set<String> minus(Set<String> from, Set<String> what) {
        return from.stream().filter(item -> !what.contains(item)).collect(Collectors.toSet());
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        return one.stream().filter(other::contains).collect(Collectors.toSet());
    }
}
