package e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An owner lets a salesperson in, who sees their own customers and nobody else's, and needs no password any more. */
class RightsStoryTest {
    private static final String PASSWORD = "a long sentence of mine";
    private static final String THEIRS = "a long sentence of theirs";
    private static final String OLENA = "olena@example.com";

    @TempDir
    static Path machine;

    @Test
    void letsASalespersonInWhoSeesTheirOwnCustomersOnly() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(Visitor.PATIENCE_MS);
        int port = RunningProduct.freePort();
        var site = URI.create("http://localhost:" + port); // a passkey belongs to a name, not to a number
        var settings = Map.of("REGULARS_URL", site.toString());
        try (var product = new RunningProduct(Files.createDirectory(machine.resolve("data")), port, settings);
                var chromium = new Chromium();
                var owner = chromium.visitor(site, "en-GB");
                var olena = chromium.visitor(site, "en-GB")) {
            prepare(product);
            try {
                olena.page().navigate(invitation(owner, product.ownerLogin().getFirst()));
                join(olena);
                signInWithAPasskey(olena);
            } catch (PlaywrightException | AssertionError e) {
                throw olena.brokenOff(e, product.log());
            }
            addACustomer(product);
            try {
                seesTheirOwn(olena);
                isWrittenDown(owner);
            } catch (PlaywrightException | AssertionError e) {
                throw owner.brokenOff(e, product.log());
            }
            assertThat(owner.troubles()).isEmpty();
            assertThat(olena.troubles()).isEmpty();
        }
    }

    /** Whoever sells sees their own; somebody is there who is not theirs. */
    private static void prepare(RunningProduct product) throws Exception {
        try (var owner = new Person(product.address())) {
            var login = product.ownerLogin();
            owner.signIn(login);
            owner.choosePassword(login.getLast(), PASSWORD);
            var company =
                    Map.of("company", "Tea", "zone", "UTC", "currency", "EUR", "language", "en", "configured", true);
            assertThat(owner.send("PUT", "/api/v1/organisation", company).statusCode())
                    .isBetween(200, 299);
            assertThat(owner.send("PUT", "/api/v1/roles/sales/scope", Map.of("scope", "own"))
                            .statusCode())
                    .isEqualTo(200);
            owner.send("POST", "/api/v1/customers", Map.of("fullName", "Somebody Else"));
        }
    }

    private static String invitation(Visitor owner, String email) {
        owner.open("/");
        owner.signIn(email, PASSWORD);
        owner.openWhole("/settings/users");
        owner.button("access:users.invite").click();
        owner.field("access:email").fill(OLENA);
        owner.field("access:users.role").click();
        owner.named(owner.page(), AriaRole.OPTION, "access:roles.sales").click();
        owner.field("access:users.byMail").uncheck();
        owner.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, named(owner, "access:users.invite"))
                .click();
        return owner.page().getByLabel(OLENA).inputValue();
    }

    private static void join(Visitor olena) {
        olena.field("access:account.name").fill("Olena");
        olena.page().locator("input[type=password]").first().fill(THEIRS);
        olena.page().locator("input[type=password]").last().fill(THEIRS);
        olena.button("access:join.submit").click();
        olena.awaitShell();
    }

    /** The browser's own stand-in for a device, unlocked by somebody. */
    private static void signInWithAPasskey(Visitor olena) {
        var devices = olena.page().context().newCDPSession(olena.page());
        devices.send("WebAuthn.enable");
        devices.send("WebAuthn.addVirtualAuthenticator", device());
        olena.openWhole("/settings/account");
        olena.button("access:passkeys.add").click();
        olena.field("access:passkeys.name").fill("Laptop");
        var dialog = olena.page().getByRole(AriaRole.DIALOG);
        dialog.locator("input[type=password]").fill(THEIRS);
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(olena.texts().say("access:passkeys.add")))
                .click();
        assertThat(olena.field("access:passkeys.name")).hasValue("Laptop");
        assertThat(dialog).hasCount(0);

        olena.page().context().clearCookies();
        olena.open("/");
        olena.button("access:passkeys.signIn").click();
        olena.awaitShell();
    }

    private static JsonObject device() {
        var options = new JsonObject();
        options.add("protocol", new JsonPrimitive("ctap2"));
        options.add("transport", new JsonPrimitive("internal"));
        for (var able : new String[] {"hasResidentKey", "hasUserVerification", "isUserVerified"}) {
            options.add(able, new JsonPrimitive(true));
        }
        var device = new JsonObject();
        device.add("options", options);
        return device;
    }

    private static void addACustomer(RunningProduct product) throws Exception {
        try (var olena = new Person(product.address())) {
            olena.signIn(List.of(OLENA, THEIRS));
            olena.send("POST", "/api/v1/customers", Map.of("fullName", "Own Person"));
        }
    }

    private static void seesTheirOwn(Visitor olena) {
        olena.openWhole("/customers");
        assertThat(olena.page().getByText("Own Person").first()).isVisible();
        assertThat(olena.page().getByText("Somebody Else")).hasCount(0);
        olena.openWhole("/settings/users");
        assertThat(olena.page().locator("h1")).hasText(olena.texts().say("access:refused.title"));
    }

    private static void isWrittenDown(Visitor owner) {
        owner.openWhole("/settings/audit");
        for (var said : new String[] {"auditActions.user.joined", "auditActions.account.passkey-added"}) {
            assertThat(owner.page()
                            .getByText(owner.texts().say("access:" + said))
                            .first())
                    .isVisible();
        }
        var added = owner.page()
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHasText(owner.texts().say("access:auditOperations.post_customers")));
        assertThat(added.filter(new Locator.FilterOptions().setHasText("Olena")))
                .hasCount(1);
    }

    private static Locator.GetByRoleOptions named(Visitor visitor, String key) {
        return new Locator.GetByRoleOptions().setName(visitor.texts().say(key)).setExact(true);
    }
}
