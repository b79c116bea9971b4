package regulars.campaigns.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignedLinksTest {
    private final SignedLinks links = new SignedLinks(new byte[32], URI.create("https://shop.example/"));
    private final UUID message = UUID.fromString("01941f29-7c00-7aaa-9aaa-0123456789ab");

    @Test
    void leadsBackToItsMessage() {
        assertThat(links.unsubscribed(token(links.unsubscribe(message), "/u/"))).contains(message);
        assertThat(links.opened(token(links.open(message), "/o/"))).contains(message);
        assertThat(links.viewed(token(links.view(message), "/v/"))).contains(message);
    }

    @Test
    void aClickKnowsItsLinkAndItsTarget() {
        var address = links.click(message, 7, "https://other.example/?q=1&ключ=ї#part");

        assertThat(address).startsWith("https://shop.example/c/");
        assertThat(links.clicked(token(address, "/c/")))
                .contains(new SignedLinks.Click(message, 7, "https://other.example/?q=1&ключ=ї#part"));
    }

    @Test
    void oneChangedByteAnywhereMakesItWorthless() {
        byte[] signed = Base64.getUrlDecoder().decode(token(links.click(message, 7, "https://other.example/x"), "/c/"));

        for (int i = 0; i < signed.length; i++) {
            byte[] changed = signed.clone();
            changed[i] ^= 1;
            assertThat(links.clicked(Base64.getUrlEncoder().withoutPadding().encodeToString(changed)))
                    .as("byte " + i)
                    .isEmpty();
        }
    }

    @Test
    void aLinkForOnePurposeIsWorthlessForAnother() {
        var opening = token(links.open(message), "/o/");

        assertThat(links.unsubscribed(opening)).isEmpty();
        assertThat(links.clicked(opening)).isEmpty();
    }

    @Test
    void anotherServersLinksAndGuessesAreWorthless() {
        var foreign = new SignedLinks(new byte[] {1}, URI.create("https://shop.example"));
        var random = new Random(7);

        assertThat(links.unsubscribed(token(foreign.unsubscribe(message), "/u/")))
                .isEmpty();
        for (int i = 0; i < 1_000; i++) {
            byte[] guess = new byte[random.nextInt(80)];
            random.nextBytes(guess);
            assertThat(links.clicked(Base64.getUrlEncoder().encodeToString(guess)))
                    .isEmpty();
        }
        assertThat(links.unsubscribed("not base64 at all!")).isEmpty();
        assertThat(links.unsubscribed("A".repeat(100_000))).isEmpty();
    }

    @Test
    void carriesOnlyWebAddressesAndLeavesTheUnsubscribeLinkAlone() {
        assertThat(links.click(message, 1, "mailto:a@b.example")).isEqualTo("mailto:a@b.example");
        assertThat(links.click(message, 1, "javascript:alert(1)")).isEqualTo("javascript:alert(1)");
        assertThat(links.click(message, 1, "https://x.example/\r\nSet-Cookie: a"))
                .startsWith("https://x.example");
        assertThat(links.click(message, 1, links.unsubscribe(message))).isEqualTo(links.unsubscribe(message));
    }

    private static String token(String address, String path) {
        return address.substring(address.indexOf(path) + path.length());
    }
}
