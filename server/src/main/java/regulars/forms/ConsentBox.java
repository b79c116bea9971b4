package regulars.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A box to tick, never ticked beforehand, for one purpose on one channel.
 *
 * @param purpose {@code processing}, {@code marketing} or {@code service}
 * @param channel {@code email}, {@code sms} or {@code phone}; null for processing, which has none
 * @param text the exact words by language: they become the proof
 * @param required only processing may be: what is asked for with a condition is not given freely
 */
public record ConsentBox(
        String key, String purpose, @Nullable String channel, Map<String, String> text, boolean required) {
    static final String PROCESSING = "processing";

    public ConsentBox {
        text = Map.copyOf(text);
    }

    boolean isProcessing() {
        return purpose.equals(PROCESSING);
    }
}
