package regulars.campaigns.links;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells a person's open or click from a machine's, by the request alone:
 *
 * <ol>
 *   <li>HEAD asks whether a link lives; no mail program opens so.
 *   <li>A prefetch says so in its headers.
 *   <li>The agent names itself a bot, a scanner or a library, or is nothing but {@code Mozilla/5.0} (Apple's relay, which
 *       loads every picture on arrival). The picture proxies of Gmail and Yahoo load when a person opens, and count.
 *   <li>It comes sooner after delivery than a person can read.
 * </ol>
 *
 * A burst (several links of one message within seconds) shows only in hindsight: see {@code ResponseStore}.
 */
public final class MachineTraffic {
    private static final Duration TOO_SOON = Duration.ofSeconds(2);
    private static final Pattern AGENTS =
            Pattern.compile("bot\\b|bot/|crawl|spider|scan|preview|proofpoint|barracuda|mimecast|"
                    + "safelinks|symantec|fireeye|trendmicro|urldefense|headless|phantom|curl/|wget/|python|okhttp|libwww|"
                    + "go-http-client|java/|apache-httpclient|facebookexternalhit|slurp|monitor|checker|validator");

    private MachineTraffic() {}

    /** Why it is a machine's; the codes are kept with the response. */
    public enum Reason {
        HEAD,
        PREFETCH,
        AGENT,
        TOO_SOON,
        BURST;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is known of a request.
     *
     * @param purpose the {@code Sec-Purpose}, {@code Purpose} or {@code X-Purpose} header
     * @param sinceDelivery null when the delivery is not known
     */
    public record Knock(
            boolean head,
            @Nullable String purpose,
            @Nullable String agent,
            @Nullable Duration sinceDelivery) {}

    /** Null when it looks like a person's. */
    public static @Nullable Reason judge(Knock knock) {
        if (knock.head()) return Reason.HEAD;
        if (knock.purpose() != null && !knock.purpose().isBlank()) return Reason.PREFETCH;
        String agent = knock.agent() == null ? "" : knock.agent().strip().toLowerCase(Locale.ROOT);
        if (agent.isEmpty()
                || agent.equals("mozilla/5.0")
                || AGENTS.matcher(agent).find()) return Reason.AGENT;
        var since = knock.sinceDelivery();
        return since != null && since.compareTo(TOO_SOON) < 0 ? Reason.TOO_SOON : null;
    }
}
