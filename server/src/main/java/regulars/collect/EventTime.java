package regulars.collect;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Fault;

/** When an event happened by our clock, from what its sender's clock says. */
final class EventTime {
    private static final int DIGITS_OF_SECONDS = 10;
    private static final int DIGITS_OF_MILLIS = 13;

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private EventTime() {}

    /**
     * The sender's clock is wrong by as much as the moment of sending is off: the way the event took is short. What
     * would then be yet to come happened now.
     */
    static Instant occurred(String timestamp, String sentAt, Instant received) {
        if (timestamp.isEmpty()) return received;
        var happened = parse(timestamp);
        if (happened == null || happened.isBefore(Instant.EPOCH)) throw unreadable(timestamp);
        var sent = sentAt.isEmpty() ? null : parse(sentAt);
        var ours = sent == null ? happened : happened.plus(Duration.between(sent, received));
        if (ours.isAfter(received)) return received;
        if (ours.isBefore(Instant.EPOCH)) throw unreadable(timestamp);
        return ours;
    }

    private static @Nullable Instant parse(String text) {
        var read = read(text);
        return read == null || read.isAfter(LAST) || read.isBefore(FIRST) ? null : read;
    }

    private static @Nullable Instant read(String text) {
        try {
            if (text.chars().allMatch(one -> one >= '0' && one <= '9')) return ofNumber(text);
            if (text.length() == "2026-01-31".length()) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return withoutZone(text);
        }
    }

    private static @Nullable Instant withoutZone(String text) {
        try {
            return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Instant ofNumber(String text) {
        return switch (text.length()) {
            case DIGITS_OF_SECONDS -> Instant.ofEpochSecond(Long.parseLong(text));
            case DIGITS_OF_MILLIS -> Instant.ofEpochMilli(Long.parseLong(text));
            default -> null;
        };
    }

    private static Fault unreadable(String timestamp) {
        var shown = timestamp.length() > 60 ? timestamp.substring(0, 60) : timestamp;
        return new Fault(
                        CollectFault.EVENT_TIME_UNREADABLE,
                        "'" + shown + "' is no time after 1970: write it as 2026-01-31T12:00:00Z, or leave it out")
                .at("timestamp", shown);
    }
}
