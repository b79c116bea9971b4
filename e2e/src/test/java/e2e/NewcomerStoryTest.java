package e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer's first quarter of an hour in a real browser, in two of the four languages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewcomerStoryTest {
    private static final double PATIENCE_MS = 60_000;

    @TempDir
    static Path machine;

    private RunningProduct product;
    private Playwright playwright;
    private Browser browser;

    @BeforeAll
    void open() throws Exception {
        product = new RunningProduct(Files.createDirectory(machine.resolve("data")));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(java.util.Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    @AfterAll
    void close() {
        if (playwright != null) playwright.close();
        if (product != null) product.close();
    }

    @Test
    void signsInImportsOrdersAndSeesWhoTheCustomersAre() throws Exception {
        var page = browser.newContext(
                        new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1440, 900))
                .newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        var foreign = new ArrayList<String>();
        page.onRequest(request -> {
            if (!request.url().startsWith(product.address().toString())
                    && !request.url().startsWith("data:")
                    && !request.url().startsWith("blob:")) foreign.add(request.url());
        });

        begin(page);
        importOrders(page);
        page.navigate(product.address() + "/rfm");
        assertThat(page.getByRole(AriaRole.TABLE).first()).isVisible();
        page.navigate(product.address() + "/customers");
        assertThat(page.getByRole(AriaRole.TABLE).first()).containsText("$22.50");
        speakUkrainian(page);

        Assertions.assertThat(foreign).as("requests to foreign hosts").isEmpty();
    }

    /** The generated password is changed, and the company says who it is. */
    private void begin(Page page) throws Exception {
        var login = product.ownerLogin();
        page.navigate(product.address().toString());
        page.locator("input[name=email]").fill(login.get(0));
        page.locator("input[name=password]").fill(login.get(1));
        button(page, "Sign in").click();
        page.getByLabel("Current password").fill(login.get(1));
        page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill("a long sentence of mine");
        page.getByLabel("New password again").fill("a long sentence of mine");
        button(page, "Change the password").click();
        page.getByLabel("Company").fill("Linden & Brass");
        button(page, "Start").click();
        assertThat(page.getByRole(AriaRole.NAVIGATION).first()).isVisible();
    }

    private void importOrders(Page page) throws Exception {
        var file = machine.resolve("orders.csv");
        Files.write(
                file,
                Stream.concat(
                                Stream.of("order_id,customer_id,date,total"),
                                Stream.of(
                                        "1,C-1,2026-01-05,10.00",
                                        "2,C-1,2026-03-01,12.50",
                                        "3,C-2,2026-02-02,99.00",
                                        "4,C-3,2026-04-04,5.00"))
                        .toList());
        page.navigate(product.address() + "/imports/new");
        page.locator("input[type=file]").first().setInputFiles(file);
        page.getByLabel("Source").first().fill("Till");
        button(page, "Try without writing").click();
        assertThat(page.getByText("The result of the trial").first()).isVisible();
        button(page, "Import").click();
        assertThat(page.getByText("Imported").first()).isVisible();
    }

    private void speakUkrainian(Page page) {
        page.getByLabel("Language").first().click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Українська"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Клієнти")))
                .isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is missing: Debian has it as 'chromium'"));
    }
}
