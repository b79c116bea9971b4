package regulars.content;

import org.jspecify.annotations.Nullable;
import regulars.content.liquid.LinkTracker;

/**
 * What one sending adds to a message.
 *
 * @param links turns the address of the template's n-th link into the one that is mailed
 * @param pixelUrl the picture that tells of an open; none when opens are not tracked
 * @param currency the currency of the model's amounts
 */
public record Rendering(Links links, @Nullable String pixelUrl, String currency) {
    /** Turns the address of a template's numbered link into the one that is mailed. */
    @FunctionalInterface
    public interface Links {
        String address(int number, String url);
    }

    public static Rendering untracked(String currency) {
        return new Rendering((_, url) -> url, null, currency);
    }

    LinkTracker tracker() {
        return links::address;
    }
}
