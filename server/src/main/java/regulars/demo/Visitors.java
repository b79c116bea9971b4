package regulars.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/**
 * The recipients' browsers and their providers' scanners. They come from many addresses of the loopback net, for the
 * public routes count requests by address, and so do they by rights.
 */
final class Visitors implements AutoCloseable {
    private static final String BROWSER =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
    private static final String SCANNER = "Mozilla/5.0 (compatible; MailLinkScanner-bot/2.1)";
    private static final int ADDRESSES = 120;

    private final List<HttpClient> clients = new ArrayList<>();

    Visitors() throws UnknownHostException {
        for (int index = 0; index < ADDRESSES; index++) {
            var from = InetAddress.getByAddress(new byte[] {127, 9, 0, (byte) (index + 1)});
            clients.add(HttpClient.newBuilder()
                    .localAddress(from)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build());
        }
    }

    void browse(int visitor, URI target) throws IOException, InterruptedException {
        get(visitor, target, BROWSER);
    }

    void scan(int visitor, URI target) throws IOException, InterruptedException {
        get(visitor, target, SCANNER);
    }

    /** RFC 8058: no cookie, no login, one POST. */
    void unsubscribe(int visitor, URI oneClick) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(oneClick)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"));
        send(visitor, request);
    }

    private void get(int visitor, URI target, String agent) throws IOException, InterruptedException {
        send(visitor, HttpRequest.newBuilder(target).header("User-Agent", agent));
    }

    private void send(int visitor, HttpRequest.Builder request) throws IOException, InterruptedException {
        var client = clients.get(Math.floorMod(visitor, ADDRESSES));
        var answer = client.send(request.build(), BodyHandlers.discarding());
        if (answer.statusCode() >= 400) throw new IOException(request + " answered " + answer.statusCode());
    }

    @Override
    public void close() {
        clients.forEach(HttpClient::close);
    }
}
