package regulars.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import regulars.TestApp;

/** What is refused before anybody knows whom it is for: said over the bare wire, for no client sends such things. */
class HeadsTest {
    private static final TestApp APP = TestApp.running();

    @Test
    void aHeadOfMoreThanEightKilobytesIsToldAsAProblem() throws IOException {
        assertProblem(answer("GET /health HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "y".repeat(9_000) + "\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health?x={} HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /health HTTP/1.1\r\n\r\n",
                "GET /%2F..%5C HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "nonsense\r\n\r\n"
            })
    void aHeadThatIsNoneIsToldAsAProblem(String head) throws IOException {
        assertProblem(answer(head));
    }

    @Test
    void aHeadThatIsSoundIsAnswered() throws IOException {
        assertThat(answer("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    private static void assertProblem(String answer) {
        assertThat(answer).startsWith("HTTP/1.1 4");
        assertThat(answer.toLowerCase(java.util.Locale.ROOT)).contains("content-type: application/problem+json");
        assertThat(answer).contains("\"code\":\"HEAD_UNREADABLE\"").doesNotContain("<html", "Exception", "omcat");
    }

    private static String answer(String head) throws IOException {
        var address = APP.address();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
