package e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nginx configuration of the guide, run as it is but for names, ports and the certificate. */
class NginxTest {
    private static final Path NGINX = Path.of("/usr/sbin/nginx");

    @TempDir
    Path machine;

    @Test
    void carriesClientsHttpsCookiesAndMailedLinks() throws Exception {
        if (!Files.isExecutable(NGINX)) System.out.println("NginxTest was left out: Debian's nginx is not installed");
        assumeTrue(Files.isExecutable(NGINX), "nginx is not installed: apt-get install nginx-light");
        int port = RunningProduct.freePort();
        int https = RunningProduct.freePort();
        int http = RunningProduct.freePort();
        var trust = certificate();
        var proxy = start(http, https, port);
        var outside = URI.create("https://localhost:" + https);
        var settings = Map.of("REGULARS_URL", outside.toString(), "REGULARS_FORWARDED", "native");
        try (var product = new RunningProduct(Files.createDirectory(machine.resolve("data")), port, settings);
                var person = new Person(outside, trust)) {
            redirectsToHttps(http, https);
            signsInOverHttps(person, product.ownerLogin());
            mailsItsOwnAddress(person, outside);
            countsTheClientAndNotTheProxy(outside, trust, product);
        } finally {
            proxy.destroy();
            if (!proxy.waitFor(10, TimeUnit.SECONDS)) proxy.destroyForcibly();
        }
    }

    private static void redirectsToHttps(int http, int https) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + http + "/campaigns"))
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(301);
            assertThat(answer.headers().firstValue("Location")).contains("https://localhost/campaigns");
        }
    }

    private static void signsInOverHttps(Person person, List<String> login) throws Exception {
        assertThat(person.signIn(login)).isEqualTo(200);
        assertThat(person.choosePassword(login.get(1), "a long sentence of mine"))
                .isEqualTo(204);
        assertThat(person.cookies()).containsKeys("regulars_session", "XSRF-TOKEN");
        assertThat(person.cookies().values()).allMatch(cookie -> cookie.getSecure());
        assertThat(person.cookies().get("regulars_session").isHttpOnly()).isTrue();
    }

    private static void mailsItsOwnAddress(Person person, URI outside) throws Exception {
        var sent = person.send("POST", "/api/v1/sending/test", Map.of("to", "me@example.org"));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
        var mail =
                person.json("/api/v1/mailbox").path("items").path(0).path("id").asString();
        assertThat(person.json("/api/v1/mailbox/" + mail).path("text").asString())
                .contains(outside.toString());
    }

    /** One client is slowed after its failures, whatever it claims to be; another one behind the proxy is not. */
    private static void countsTheClientAndNotTheProxy(URI outside, SSLContext trust, RunningProduct product)
            throws Exception {
        int slowed = 0;
        for (int i = 0; i < 25 && slowed == 0; i++) {
            try (var guesser = new Person(outside, trust)) {
                var wrong = List.of("nobody" + i + "@example.com", "wrong password");
                int status = guesser.signIn(wrong, "X-Forwarded-For", "203.0.113." + i);
                if (status == 429) slowed = i;
            }
        }
        assertThat(slowed)
                .as("a guesser with many claimed addresses is one client")
                .isPositive();

        try (var neighbour = new Person(outside, trust, InetAddress.getByName("127.0.0.2"))) {
            var right = List.of(product.ownerLogin().get(0), "a long sentence of mine");
            assertThat(neighbour.signIn(right))
                    .as("somebody else behind the same proxy")
                    .isEqualTo(200);
        }
    }

    private Process start(int http, int https, int port) throws IOException, InterruptedException {
        var guide = Files.readString(Path.of("..", "packaging", "nginx.conf"));
        var site = replaced(guide, "listen 80;", "listen 127.0.0.1:" + http + ";");
        site = replaced(site, "listen 443 ssl;", "listen 127.0.0.1:" + https + " ssl;");
        site = replaced(site, "crm.example.com;", "localhost;");
        site = replaced(site, "/etc/letsencrypt/live/crm.example.com/fullchain.pem", machine.resolve("cert.pem") + "");
        site = replaced(site, "/etc/letsencrypt/live/crm.example.com/privkey.pem", machine.resolve("key.pem") + "");
        site = replaced(site, "http://127.0.0.1:8080", "http://127.0.0.1:" + port);
        Files.writeString(machine.resolve("site.conf"), site);
        var whole = machine.resolve("nginx.conf");
        Files.writeString(whole, """
                daemon off; master_process off; pid %1$s/nginx.pid; error_log %1$s/error.log;
                events {}
                http {
                    access_log off; client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/f; uwsgi_temp_path %1$s/u; scgi_temp_path %1$s/s;
                    include %1$s/site.conf;
                }
                """.formatted(machine));
        var log = machine.resolve("nginx.log").toFile();
        var process = new ProcessBuilder(
                        NGINX.toString(), "-e", machine.resolve("error.log") + "", "-c", whole.toString())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        awaitListening(process, http);
        return process;
    }

    private void awaitListening(Process process, int port) throws IOException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            try (var socket = new java.net.Socket("127.0.0.1", port)) {
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() > deadline)
                    throw new IOException(Files.readString(machine.resolve("nginx.log")), e);
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private static String replaced(String text, String from, String to) {
        assertThat(text).contains(from);
        return text.replace(from, to);
    }

    /** A certificate for localhost, and what trusts it. */
    private SSLContext certificate() throws Exception {
        var key = machine.resolve("key.pem");
        var certificate = machine.resolve("cert.pem");
        var made = new ProcessBuilder(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=localhost",
                        "-addext",
                        "subjectAltName=DNS:localhost",
                        "-keyout",
                        key.toString(),
                        "-out",
                        certificate.toString())
                .redirectErrorStream(true)
                .redirectOutput(machine.resolve("openssl.log").toFile())
                .start();
        assertThat(made.waitFor()).isZero();
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var stream = Files.newInputStream(certificate)) {
            store.setCertificateEntry(
                    "localhost", CertificateFactory.getInstance("X.509").generateCertificate(stream));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
