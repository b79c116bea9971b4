package e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person's browser: what it shows, in that person's language, and all that went wrong in it. */
final class Visitor implements AutoCloseable {
    /** Nothing is being loaded, and has not been for a moment. */
    private static final String SETTLED = """
            () => {
              const still = document.querySelector('h1')
                && !document.querySelector('[aria-busy=true], .mantine-Skeleton-root, .mantine-Loader-root');
              window.stillSince = still ? window.stillSince ?? performance.now() : undefined;
              return still && performance.now() - window.stillSince > 250;
            }""";

    static final double PATIENCE_MS = 120_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BrowserContext context;
    private final URI address;
    private final Texts texts;
    private final Page page;
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    Visitor(BrowserContext context, URI address, Texts texts) {
        this.context = context;
        this.address = address;
        this.texts = texts;
        context.setDefaultTimeout(PATIENCE_MS);
        context.onRequest(this::sent);
        context.onResponse(this::answered);
        context.onConsoleMessage(this::logged);
        context.onWebError(error -> troubles.add("a script failed: " + error.error()));
        page = context.newPage();
    }

    Page page() {
        return page;
    }

    Texts texts() {
        return texts;
    }

    void open(String path) {
        page.navigate(address + path);
    }

    /** Opens it and waits until nothing on it is still being loaded. */
    void openWhole(String path) {
        open(path);
        page.waitForFunction(SETTLED);
    }

    void signIn(String email, String password) {
        fillSignIn(email, password);
        awaitShell();
    }

    void fillSignIn(String email, String password) {
        page.locator("input[name=email]").fill(email);
        page.locator("input[name=password]").fill(password);
        button("access:signIn.submit").click();
    }

    /** The bar above every screen: whoever sees it is in. */
    void awaitShell() {
        page.locator("header").waitFor();
    }

    /** Makes the product speak this person's language, whatever it spoke before. */
    void speak() {
        var inAnyLanguage = Pattern.compile(Stream.of("en", "ru", "uk", "zh")
                .map(one -> new Texts(one).say("shared:language"))
                .collect(Collectors.joining("|", "^(", ")$")));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(inAnyLanguage))
                .click();
        page.locator("[role=menuitem][lang=" + texts.language() + "]").click();
        page.waitForFunction("language => document.documentElement.lang === language", texts.language());
    }

    Locator button(String key) {
        return named(page, AriaRole.BUTTON, key);
    }

    Locator link(String key) {
        return named(page, AriaRole.LINK, key);
    }

    /** What has that role and exactly that text for a name, wherever it stands on the page. */
    Locator named(Page on, AriaRole role, String key) {
        return on.getByRole(
                        role,
                        new Page.GetByRoleOptions()
                                .setName(Pattern.compile("^" + texts.like(key).pattern() + "$")))
                .first();
    }

    /** A field by its label; the mark of a required one is no part of the label. */
    Locator field(String key) {
        return page.locator("input, textarea")
                .and(page.getByLabel(Pattern.compile("^" + texts.like(key).pattern() + "( \\*)?$")))
                .first();
    }

    /** What the programming interface answers this person. */
    JsonNode ask(String path) {
        var answer = context.request().get(address + path);
        if (!answer.ok()) throw new IllegalStateException(path + " answered " + answer.status() + " " + answer.text());
        return JSON.readTree(answer.body());
    }

    /** What a person would say who looks over the shoulder when a story breaks off: all in one line. */
    AssertionError brokenOff(Throwable cause, Path log) throws IOException {
        var seen = page.locator("body").innerText();
        var lines = Files.readAllLines(log);
        var told = lines.subList(Math.max(0, lines.size() - 5), lines.size());
        var line = "%s; at %s; the page says: %s; troubles: %s; the log ends: %s"
                .formatted(cause.getMessage(), page.url(), seen, troubles, told)
                .replaceAll("\\s+", " ");
        return new AssertionError(line, cause);
    }

    /** Requests to other hosts, errors of scripts, refusals of the content policy, faults of the server. */
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    @Override
    public void close() {
        context.close();
    }

    private void sent(Request request) {
        var url = request.url();
        if (!url.startsWith(address.toString()) && !url.startsWith("data:") && !url.startsWith("blob:"))
            troubles.add("a foreign host was called: " + url);
    }

    private void answered(Response response) {
        if (response.status() >= 500) troubles.add(response.status() + " from " + response.url());
    }

    /** That an answer was a refusal is logged by every browser and is no error of the page: 401 before the sign-in. */
    private void logged(ConsoleMessage message) {
        boolean refusal = message.text().startsWith("Failed to load resource: the server responded with a status of 4");
        if (message.type().equals("error") && !refusal)
            troubles.add(page.url() + ": the console says: " + message.text());
    }
}
