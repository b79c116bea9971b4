package e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A newcomer's first quarter of an hour in a real browser, in two of the four languages, on one server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class NewcomerStoryTest {
    private static final String PASSWORD = "a long sentence of mine";
    /** Who clicks sooner after the delivery is taken for a machine. */
    private static final Duration A_READERS_TIME = Duration.ofMillis(2_500);

    @TempDir
    static Path machine;

    private RunningProduct product;
    private Chromium chromium;
    private boolean begun;
    private String unsubscribePage = "";

    @BeforeAll
    void open() throws Exception {
        product = new RunningProduct(Files.createDirectory(machine.resolve("data")));
        chromium = new Chromium();
        PlaywrightAssertions.setDefaultAssertionTimeout(Visitor.PATIENCE_MS);
    }

    @AfterAll
    void close() {
        if (chromium != null) chromium.close();
        if (product != null) product.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "uk-UA"})
    @Order(1)
    void bringsBuyersInWritesToThemAndSeesWhatItBrought(String locale) throws Exception {
        try (var visitor = chromium.visitor(product.address(), locale)) {
            try {
                tell(visitor, new Marketer(visitor));
            } catch (PlaywrightException | AssertionError e) {
                throw visitor.brokenOff(e, product.log());
            }
        }
    }

    private void tell(Visitor visitor, Marketer marketer) throws Exception {
        arrive(visitor, marketer);
        var shop = new ShopFiles(machine, visitor.texts().language());

        marketer.importFiles(shop.name(), shop.orders(), shop.customers());
        int people = marketer.segmentOfTheFullestCell("Regulars of " + shop.name());
        marketer.writeTemplate("Letter of " + shop.name(), product.address() + "/settings/about");
        var campaign =
                marketer.launch("Campaign of " + shop.name(), "Regulars of " + shop.name(), "Letter of " + shop.name());

        assertThat(people).isGreaterThanOrEqualTo(ShopFiles.REGULARS);
        assertThat(campaign.audience()).isEqualTo(people);
        assertThat(campaign.willGet()).isPositive().isEqualTo(people - campaign.without());

        answer(visitor, marketer, campaign.id());
        readReport(visitor, marketer, campaign);
        assertThat(visitor.troubles()).isEmpty();
    }

    @Test
    @Order(2)
    void bringsAFileWithErrorsAndKeepsACardTrue() throws Exception {
        try (var visitor = chromium.visitor(product.address(), "en-GB")) {
            try {
                visitor.open("/");
                visitor.signIn(product.ownerLogin().getFirst(), PASSWORD);
                visitor.speak();
                var keeper = new Keeper(visitor);
                var files = new ShopFiles(machine, "en");
                new Marketer(visitor).importFiles("Faulty shop", files.faultyOrders(), files.faulty());
                readWhatWasLeftOut(keeper);
                mendACard(keeper);
                letAStrangerIn(new FormAuthor(visitor));
                assertThat(visitor.troubles()).isEmpty();
            } catch (PlaywrightException | AssertionError e) {
                throw visitor.brokenOff(e, product.log());
            }
        }
    }

    private static void readWhatWasLeftOut(Keeper keeper) throws IOException {
        assertThat(keeper.leftOut()).hasCount(3);
        assertThat(keeper.leftOut().nth(0)).containsText("yorick at faulty");
        assertThat(keeper.leftOut().nth(1)).containsText("1990-02-31");
        assertThat(Files.readAllLines(keeper.errorFile()))
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).contains("yorick at faulty"));
    }

    private static void mendACard(Keeper keeper) {
        keeper.find("enobia@fau", "Zenobia Quill");
        keeper.changeCity("Cardiff");
        keeper.undo();
        assertThat(keeper.text("Bristol")).isVisible();
        keeper.tag("Regular of Friday");
        keeper.note("Likes the blue one");
        keeper.find("Vane", "Xenia Vane");
    }

    private static void letAStrangerIn(FormAuthor author) {
        author.publish("News of Friday", "friday");
        author.fillIn("friday", "wren@forms.example", "Wren");
        author.openTheLead("News of Friday", "Wren");
    }

    /** Three rules of the gallery, each put together condition by condition: the number is the one of the example. */
    @Test
    @Order(3)
    void buildsRulesOfTheGalleryByHand() throws Exception {
        try (var visitor = chromium.visitor(product.address(), "en-GB")) {
            try {
                visitor.open("/");
                visitor.signIn(product.ownerLogin().getFirst(), PASSWORD);
                visitor.speak();
                var builder = new RuleBuilder(visitor);
                builder.begin();
                builder.fill(builder.orders("FIRST_DAY"), "editor.value", 30);
                assertThat(builder.total()).hasText(example(visitor, "newCustomers"));
                builder.begin();
                var often = builder.orders("COUNT");
                builder.fill(often, "editor.value", 3);
                builder.fill(often, "editor.windowDays", 365);
                assertThat(builder.total()).hasText(example(visitor, "regulars"));
                buildOnceAndGone(builder, example(visitor, "onceAndGone"));
                assertThat(visitor.troubles()).isEmpty();
            } catch (PlaywrightException | AssertionError e) {
                throw visitor.brokenOff(e, product.log());
            }
        }
    }

    /** Moved, wrapped and doubled by keys on the way: it stays the same rule, and what was too much is taken back. */
    private static void buildOnceAndGone(RuleBuilder builder, String people) {
        builder.begin();
        var often = builder.orders("COUNT");
        builder.choose(often, "editor.operator", "operator.IS");
        builder.fill(often, "editor.value", 1);
        builder.choose(often, "editor.window", "window.ever");
        builder.fill(builder.orders("DAYS_SINCE_LAST"), "editor.value", 90);
        assertThat(builder.total()).hasText(people);
        var silent = builder.condition("DAYS_SINCE_LAST");
        builder.press(silent, "ArrowUp");
        builder.press(silent, "g");
        builder.press(silent, "d");
        assertThat(silent).hasCount(2);
        builder.visitor().page().keyboard().press("Control+z");
        assertThat(silent).hasCount(1);
        assertThat(builder.total()).hasText(people);
    }

    private static String example(Visitor visitor, String key) {
        for (var one : visitor.ask("/api/v1/segments/gallery").path("items")) {
            if (one.path("key").asString().equals(key))
                return Integer.toString(one.path("customers").asInt());
        }
        throw new AssertionError("there is no example " + key);
    }

    /** A key and a line from the screen, pasted into a strict page: events come in once, and the screen says so. */
    @Test
    @Order(4)
    void seesWhatHappensOnASiteOnceItsVisitorAgrees() throws Exception {
        try (var visitor = chromium.visitor(product.address(), "en-GB");
                var stranger = chromium.stranger("en-GB");
                var site = new TrackedSite(product.address())) {
            try {
                var marketer = new Marketer(visitor);
                arrive(visitor, marketer);
                site.paste(marketer.tagOfASite("Blog", site.origin()));
                assertThat(site.shop(stranger)).isEmpty();
                assertThat(visitor.page().getByText(visitor.texts().say("sources:install.live")))
                        .isVisible();
                var types = visitor.ask("/api/v1/events/recent").path("items").valueStream();
                assertThat(types.map(event -> event.path("type").asString()))
                        .filteredOn(type -> !type.equals("Form Submitted")) // by the story before
                        .containsExactlyInAnyOrder("page", "Colour Chosen", "Went On", "page");
                assertThat(visitor.troubles()).isEmpty();
            } catch (PlaywrightException | AssertionError e) {
                throw visitor.brokenOff(e, product.log());
            }
        }
    }

    /** After the stories, so that there is something of everything to look at. */
    @Test
    @Order(5)
    void everyScreenCanBeReadInTheLightAndInTheDark() throws Exception {
        var accessibility = new Accessibility();
        var found = new ArrayList<String>();
        try (var visitor = chromium.visitor(product.address(), "en-GB")) {
            visitor.open(unsubscribePage);
            found.addAll(accessibility.violations(visitor.page()));
            visitor.openWhole("/");
            found.addAll(accessibility.violations(visitor.page()));
            visitor.signIn(product.ownerLogin().getFirst(), PASSWORD);
            visitor.speak();
            for (var address : Screens.addresses(visitor)) {
                visitor.openWhole(address);
                found.addAll(accessibility.violations(visitor.page()));
            }
            assertThat(visitor.troubles()).isEmpty();
        }
        assertThat(found).isEmpty();
    }

    private void arrive(Visitor visitor, Marketer marketer) throws Exception {
        if (begun) {
            visitor.open("/");
            visitor.signIn(product.ownerLogin().getFirst(), PASSWORD);
        } else {
            marketer.begin(product.ownerLogin(), PASSWORD);
            begun = true;
        }
        visitor.speak();
    }

    /** As a recipient: reads the mail, follows its link, then leaves; the page asks first, however often it is opened. */
    private void answer(Visitor visitor, Marketer marketer, String campaign) {
        var mail = marketer.openNewestMail();
        var received = Instant.parse(visitor.ask("/api/v1/mailbox/" + mail)
                .path("summary")
                .path("receivedAt")
                .asString());
        visitor.page()
                .waitForCondition(
                        () -> Duration.between(received, Instant.now()).compareTo(A_READERS_TIME) > 0);
        var shop = marketer.follow("shop");
        shop.waitForURL("**/settings/about");
        shop.close();

        var leaving = marketer.follow("stop");
        unsubscribePage = leaving.url().substring(product.address().toString().length());
        assertThat(heading(leaving)).hasText(visitor.texts().publicPage("ask.title"));
        leaving.reload();
        assertThat(heading(leaving)).hasText(visitor.texts().publicPage("ask.title"));
        assertThat(unsubscribed(visitor, campaign)).isZero();
        leaving.getByRole(AriaRole.BUTTON).click();
        assertThat(heading(leaving)).hasText(visitor.texts().publicPage("done.title"));
        assertThat(unsubscribed(visitor, campaign)).isEqualTo(1);
        leaving.close();
    }

    private static void readReport(Visitor visitor, Marketer marketer, Marketer.Launched campaign) {
        visitor.openWhole("/campaigns/" + campaign.id());
        var sent = Integer.toString(campaign.willGet());
        assertThat(marketer.figure(campaign.id(), "sent")).hasText(sent);
        assertThat(marketer.figure(campaign.id(), "accepted")).hasText(sent);
        assertThat(marketer.figure(campaign.id(), "clicked")).hasText("1");
        assertThat(marketer.figure(campaign.id(), "unsubscribed")).hasText("1");
        assertThat(visitor.page().getByText(visitor.texts().say("campaigns:effect.title")))
                .isVisible();
        assertThat(marketer.figure(campaign.id(), "treated")).hasText(sent);
        assertThat(marketer.figure(campaign.id(), "control")).not().hasText("0");
    }

    private static int unsubscribed(Visitor visitor, String campaign) {
        return visitor.ask("/api/v1/campaigns/" + campaign + "/report")
                .path("responses")
                .path("unsubscribed")
                .asInt();
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING);
    }
}
