package e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A shop of somebody else, under as strict a content policy as there is, with our line in its pages. */
final class TrackedSite implements AutoCloseable {
    private static final String PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>%s
            <script src="/site.js" defer></script></head><body>
            <button id="agree">Agree</button><button id="blue" data-regulars-event="Colour Chosen">Blue</button>
            <a id="next" href="/next" data-regulars-event="Went On">Next</a></body></html>""";
    private static final String SCRIPT =
            "document.getElementById('agree').addEventListener('click', () => regulars.consent(true));";

    private static final String WAITING =
            "Object.keys(localStorage).filter(key => key.startsWith('regulars.q.')).length";

    private final HttpServer server;
    private final URI product;
    private final List<String> troubles = new CopyOnWriteArrayList<>();
    private String tag = "";

    TrackedSite(URI product) throws IOException {
        this.product = product;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void paste(String line) {
        tag = line;
    }

    /** Looks around before consent, agrees, chooses without a line and with one, and goes on to the next page. */
    List<String> shop(BrowserContext visitor) {
        visitor.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("ERR_INTERNET_DISCONNECTED"))
                troubles.add(message.text());
        });
        var page = visitor.newPage();
        page.navigate(origin() + "/?utm_source=mail&utm_campaign=Spring");
        page.click("#blue");
        assertThat(kept(page)).as("before consent").isZero();
        assertThat(visitor.cookies()).isEmpty();
        page.waitForRequest("**/v1/batch", () -> page.click("#agree"));
        await(page, 0);
        visitor.setOffline(true);
        page.click("#blue");
        await(page, 1);
        visitor.setOffline(false);
        await(page, 0);
        page.click("#next");
        page.waitForURL("**/next");
        page.waitForCondition(() -> kept(page) > 0);
        await(page, 0);
        return List.copyOf(troubles);
    }

    /** Until so many events wait to be sent. Looked at from here: the page lets nobody evaluate a text. */
    private static void await(Page page, int waiting) {
        page.waitForCondition(() -> ((Number) page.evaluate(WAITING)).intValue() == waiting);
    }

    private static int kept(Page page) {
        return ((Number) page.evaluate("localStorage.length + sessionStorage.length")).intValue();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        boolean script = path.endsWith(".js");
        var text = script ? SCRIPT : path.endsWith(".ico") ? "" : PAGE.formatted(tag);
        var policy = "default-src 'none'; script-src 'self' %s; connect-src %s; require-trusted-types-for 'script'";
        exchange.getResponseHeaders().add("Content-Security-Policy", policy.formatted(product, product));
        exchange.getResponseHeaders().add("Content-Type", script ? "text/javascript" : "text/html; charset=utf-8");
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
