package regulars.campaigns;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import regulars.channels.MessageState;
import regulars.channels.Reason;
import regulars.kernel.Fault;

/** A figure of the report whose people can be opened. */
sealed interface PeopleBucket {
    /** By where their message stands. */
    record Ledger(Set<MessageState> states, @Nullable Reason reason) implements PeopleBucket {}

    /** By what they did, people or machines. */
    record Responded(ResponseKind kind, boolean human) implements PeopleBucket {}

    /** By having bought in the attribution window. */
    record Bought(boolean control) implements PeopleBucket {}

    /** {@code excluded:no_consent}, {@code refused:policy}, or one of the plain names. */
    static PeopleBucket of(String name) {
        int colon = name.indexOf(':');
        if (colon > 0)
            return new Ledger(Set.of(state(name.substring(0, colon), name)), reason(name.substring(colon + 1), name));
        return switch (name) {
            case "treated" -> new Ledger(treated(), null);
            case "control" -> new Ledger(Set.of(MessageState.EXCLUDED), Reason.CONTROL_GROUP);
            case "waiting" -> new Ledger(CampaignReports.WAITING, null);
            case "sent" -> new Ledger(CampaignReports.SENT, null);
            case "opened" -> new Responded(ResponseKind.OPEN, true);
            case "clicked" -> new Responded(ResponseKind.CLICK, true);
            case "machine-opened" -> new Responded(ResponseKind.OPEN, false);
            case "machine-clicked" -> new Responded(ResponseKind.CLICK, false);
            case "unsubscribed" -> new Responded(ResponseKind.UNSUBSCRIBE, true);
            case "treated-buyers" -> new Bought(false);
            case "control-buyers" -> new Bought(true);
            default -> new Ledger(Set.of(state(name, name)), null);
        };
    }

    private static Set<MessageState> treated() {
        var states = java.util.EnumSet.allOf(MessageState.class);
        states.remove(MessageState.EXCLUDED);
        return states;
    }

    private static MessageState state(String code, String bucket) {
        return Arrays.stream(MessageState.values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() -> unknown(bucket));
    }

    private static Reason reason(String code, String bucket) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> unknown(bucket));
    }

    private static Fault unknown(String bucket) {
        var plain = List.of(
                "treated",
                "control",
                "sent",
                "accepted",
                "refused",
                "opened",
                "clicked",
                "unsubscribed",
                "treated-buyers");
        return new Fault(
                        CampaignsFault.CAMPAIGN_SETTINGS_INVALID,
                        "The report has no figure \"" + bucket + "\"; it has " + String.join(", ", plain)
                                + ", excluded:<reason> and the like.")
                .at("bucket", bucket);
    }
}
