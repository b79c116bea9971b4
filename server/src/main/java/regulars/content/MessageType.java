package regulars.content;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a message is sent: rules and reports go by it, and it names the consent the message needs. */
public enum MessageType {
    PROMOTION("marketing"),
    DIGEST("marketing"),
    GREETING("marketing"),
    REACTIVATION("marketing"),
    SERVICE("service");

    private final String purpose;

    MessageType(String purpose) {
        this.purpose = purpose;
    }

    /** As it is stored and as the API says it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The code of the consent purpose that covers such messages. */
    public String purpose() {
        return purpose;
    }

    public boolean marketing() {
        return !purpose.equals("service");
    }
}
