package regulars.campaigns;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static schema.channels.Tables.MAIL;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import regulars.TestClient.Answer;
import regulars.access.Organisations;
import regulars.consent.Channel;
import regulars.consent.Consents;
import regulars.consent.Standing;
import tools.jackson.databind.JsonNode;

/** A campaign from its check page to the money, through the whole product and a real SMTP conversation. */
class CampaignFlowTest {
    private static final TestApp APP = TestApp.running();
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
    private static final String SHARED = "flow-p0@people.example.com";
    private static final Pattern ONE_CLICK = Pattern.compile("List-Unsubscribe: <([^>]+)>");
    private static final String BODY = """
            <p>Dear {{ customer.first_name | default: 'friend' }}</p><p><a href="https://shop.example/spring?who={{ customer.id }}">Shop</a>
            <a href="{{ unsubscribe_url }}">Unsubscribe</a></p>""";

    private static FlowPeople people;
    private static TestClient owner;

    @BeforeAll
    static void seed() {
        people = FlowPeople.seed(APP, "flow");
        owner = APP.owner();
    }

    @Test
    void goesFromTheCheckPageToTheMoneyAndRespectsWhoLeaves() {
        var campaign = create("First", 0.2);
        checksEveryoneByReason(campaign);

        launchAndAwaitSent(campaign);
        var mails = mailsOf("flow");
        long control = report(campaign).at("/outcome/control/people").asLong();
        assertThat(mails).hasSize((int) (people.reachable() - control));
        assertThat(mails.keySet()).allMatch(address -> !people.unreachable().contains(address));

        var first = mails.entrySet().stream()
                .filter(mail -> !mail.getKey().equals(SHARED))
                .findFirst()
                .orElseThrow();
        opensAndClicks(campaign, first.getValue());
        leaves(campaign, first.getKey(), first.getValue());
        countsOrders(campaign);

        var second = create("Second", 0);
        launchAndAwaitSent(second);
        assertThat(mailsTo(first.getKey())).hasSize(1);
        assertThat(figure(second, "/excluded", "withdrawn")).isEqualTo(people.withdrawn() + 1);
    }

    private static void checksEveryoneByReason(UUID campaign) {
        var check = owner.get("/api/v1/campaigns/" + campaign + "/check")
                .requireStatus(200)
                .json();

        assertThat(check.path("audience").asInt()).as(check.toString()).isEqualTo(people.all());
        assertThat(check.path("willGet").asLong() + check.path("controlGroup").asLong())
                .as(check.toString())
                .isEqualTo(people.reachable());
        assertThat(check.path("controlGroup").asLong()).isPositive();
        var excluded = new HashMap<String, Long>();
        check.path("excluded")
                .forEach(one -> excluded.put(
                        one.path("reason").asString(), one.path("people").asLong()));
        assertThat(excluded)
                .containsEntry("no_address", 2L)
                .containsEntry("invalid_address", 1L)
                .containsEntry("no_consent", 3L)
                .containsEntry("withdrawn", 2L)
                .containsEntry("suppressed", 1L)
                .containsEntry("duplicate_address", 1L);
        assertThat(check.path("ready").asBoolean()).isTrue();
    }

    private static void opensAndClicks(UUID campaign, String mail) {
        APP.clock().advance(Duration.ofMinutes(5));
        var reader = APP.stranger().with("User-Agent", BROWSER);
        var scanner = APP.stranger().with("User-Agent", "curl/8.5.0");

        assertThat(scanner.get(link(mail, "/o/")).status()).isEqualTo(200);
        assertThat(figure(campaign, "/responses/opened")).isZero();
        assertThat(figure(campaign, "/responses/machineOpened")).isEqualTo(1);

        assertThat(reader.get(link(mail, "/o/")).header("Content-Type")).isEqualTo("image/gif");
        assertThat(figure(campaign, "/responses/opened")).isEqualTo(1);
        assertThat(figure(campaign, "/responses/machineOpened")).isZero();

        var click = reader.get(link(mail, "/c/"));
        assertThat(click.status()).isEqualTo(302);
        assertThat(click.header("Location")).startsWith("https://shop.example/spring?who=");
        assertThat(figure(campaign, "/responses/clicked")).isEqualTo(1);
        assertThat(peopleOf(campaign, "clicked")).hasSize(1);

        String forged = link(mail, "/c/");
        var changed = forged.substring(0, forged.length() - 6) + "AAAAAA";
        assertThat(reader.get(changed).status()).isEqualTo(404);
        assertThat(reader.get("/c/evil").status()).isEqualTo(404);
    }

    private static void leaves(UUID campaign, String address, String mail) {
        var match = ONE_CLICK.matcher(unfolded(mail));
        assertThat(match.find()).isTrue();
        assertThat(unfolded(mail)).contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        String path = match.group(1).substring(APP.address().toString().length());
        var stranger = APP.stranger();

        var shown = stranger.with("Accept-Language", "uk").get(path).requireStatus(200);
        assertThat(shown.text())
                .contains("Відписатися")
                .doesNotContain("<script")
                .doesNotContain(address);
        assertThat(stranger.send("HEAD", path, null, "text/plain").status()).isEqualTo(200);
        assertThat(standing(address)).isEqualTo(Standing.GRANTED);
        assertThat(figure(campaign, "/responses/unsubscribed")).isZero();

        Answer done = stranger.send(
                "POST",
                path,
                BodyPublishers.ofString("List-Unsubscribe=One-Click"),
                "application/x-www-form-urlencoded");
        assertThat(done.status()).isEqualTo(200);
        assertThat(standing(address)).isEqualTo(Standing.WITHDRAWN);
        assertThat(figure(campaign, "/responses/unsubscribed")).isEqualTo(1);

        APP.clock().advance(Duration.ofSeconds(20));
        stranger.send("POST", path, BodyPublishers.ofString("action=subscribe"), "application/x-www-form-urlencoded");
        assertThat(standing(address)).isEqualTo(Standing.GRANTED);
        APP.clock().advance(Duration.ofSeconds(20));
        stranger.send(
                "POST",
                path,
                BodyPublishers.ofString("--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\n"
                        + "One-Click\r\n--b--\r\n"),
                "multipart/form-data; boundary=b");
        assertThat(standing(address)).isEqualTo(Standing.WITHDRAWN);
    }

    private static void countsOrders(UUID campaign) {
        APP.clock().advance(Duration.ofHours(2));
        people.buy(peopleOf(campaign, "treated").get(0), 5_000, APP.clock().instant());
        people.buy(peopleOf(campaign, "treated").get(0), 2_500, APP.clock().instant());
        people.buy(peopleOf(campaign, "control").get(0), 1_000, APP.clock().instant());
        people.buy(
                peopleOf(campaign, "treated").get(1),
                9_900,
                APP.clock().instant().minus(Duration.ofDays(30)));
        APP.clock().advance(Duration.ofHours(1));

        var outcome = report(campaign).path("outcome");
        assertThat(outcome.at("/treated/revenueMinor").asLong()).isEqualTo(7_500);
        assertThat(outcome.at("/treated/buyers").asLong()).isEqualTo(1);
        assertThat(outcome.at("/treated/orders").asLong()).isEqualTo(2);
        assertThat(outcome.at("/control/revenueMinor").asLong()).isEqualTo(1_000);
        assertThat(outcome.at("/treated/people").asLong()
                        + outcome.at("/control/people").asLong())
                .isEqualTo(people.reachable());
        assertThat(outcome.path("revenueLift").path("low").asDouble())
                .isLessThan(outcome.path("revenueLift").path("high").asDouble());
        assertThat(outcome.path("mismatch").asBoolean()).isFalse();
        assertThat(peopleOf(campaign, "treated-buyers")).hasSize(1);
        countsDatesFromTheDayOfTheLaunch(campaign);
    }

    private static void countsDatesFromTheDayOfTheLaunch(UUID campaign) {
        var zone = APP.bean(Organisations.class).get().zone();
        var day = Instant.parse(report(campaign).path("launchedAt").asString())
                .atZone(zone)
                .toLocalDate();
        var treated = peopleOf(campaign, "treated").get(2);
        var control = peopleOf(campaign, "control").get(1);
        people.buyOn(treated, 400, day.atStartOfDay(zone).toInstant());
        people.buyOn(treated, 90, day.minusDays(1).atStartOfDay(zone).toInstant());
        people.buyOn(control, 300, day.atStartOfDay(zone).toInstant());

        var outcome = report(campaign).path("outcome");
        assertThat(outcome.at("/treated/revenueMinor").asLong()).isEqualTo(7_900);
        assertThat(outcome.at("/control/revenueMinor").asLong()).isEqualTo(1_300);
        assertThat(peopleOf(campaign, "treated-buyers")).contains(treated);
    }

    private static UUID create(String name, double controlShare) {
        var template = owner.post(
                        "/api/v1/templates",
                        Map.of(
                                "name",
                                name,
                                "type",
                                "promotion",
                                "language",
                                "en",
                                "subject",
                                "Hello {{ customer.first_name }}",
                                "preheader",
                                "",
                                "format",
                                "html",
                                "body",
                                BODY))
                .requireStatus(201)
                .json();
        var draft = new HashMap<String, Object>(Map.of(
                "name",
                name,
                "segmentId",
                people.segment().toString(),
                "templateId",
                template.path("id").asString(),
                "controlShare",
                controlShare,
                "trackOpens",
                true,
                "trackClicks",
                true,
                "attributionDays",
                7,
                "atMostOnce",
                false));
        return UUID.fromString(owner.post("/api/v1/campaigns", draft)
                .requireStatus(201)
                .json()
                .path("id")
                .asString());
    }

    private static void launchAndAwaitSent(UUID campaign) {
        owner.post("/api/v1/campaigns/" + campaign + "/launch", Map.of()).requireStatus(200);
        owner.post("/api/v1/campaigns/" + campaign + "/launch", Map.of()).requireStatus(200);
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        String state;
        do {
            state = owner.get("/api/v1/campaigns/" + campaign)
                    .json()
                    .path("state")
                    .asString();
        } while (!state.equals("sent") && System.nanoTime() < deadline);
        assertThat(state).isEqualTo("sent");
    }

    private static JsonNode report(UUID campaign) {
        return owner.get("/api/v1/campaigns/" + campaign + "/report")
                .requireStatus(200)
                .json();
    }

    private static long figure(UUID campaign, String path) {
        return report(campaign).at(path).asLong();
    }

    private static long figure(UUID campaign, String path, String reason) {
        for (var one : report(campaign).at(path))
            if (one.path("reason").asString().equals(reason))
                return one.path("people").asLong();
        return 0;
    }

    private static List<UUID> peopleOf(UUID campaign, String bucket) {
        var items = owner.get("/api/v1/campaigns/" + campaign + "/people?bucket=" + bucket)
                .requireStatus(200)
                .json()
                .path("items");
        return items.valueStream()
                .map(one -> UUID.fromString(one.path("customerId").asString()))
                .toList();
    }

    private static Standing standing(String address) {
        return APP.bean(Consents.class)
                .standingNow(people.numberOf(address), address, Channel.EMAIL, "marketing")
                .standing();
    }

    private static Map<String, String> mailsOf(String name) {
        return APP.dsl()
                .select(MAIL.ENVELOPE_TO, MAIL.RAW)
                .from(MAIL)
                .where(MAIL.ENVELOPE_TO.like(name + "%"))
                .fetchMap(MAIL.ENVELOPE_TO, row -> new String(row.value2(), ISO_8859_1));
    }

    private static List<byte[]> mailsTo(String address) {
        return APP.dsl()
                .select(MAIL.RAW)
                .from(MAIL)
                .where(MAIL.ENVELOPE_TO.eq(address))
                .fetch(MAIL.RAW);
    }

    private static String link(String mail, String path) {
        String text = unfolded(mail).replace("=\r\n", "").replace("=3D", "=");
        int at = text.indexOf(APP.address() + path);
        assertThat(at).as("a link " + path + " in the mail").isNotNegative();
        var token = Pattern.compile("[\\w-]+")
                .matcher(text.substring(at + APP.address().toString().length() + path.length()));
        assertThat(token.lookingAt()).isTrue();
        return path + token.group();
    }

    private static String unfolded(String mail) {
        return mail.replaceAll("\r\n[ \t]", " ").replace("List-Unsubscribe:  <", "List-Unsubscribe: <");
    }
}
