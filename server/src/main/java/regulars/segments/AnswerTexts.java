package regulars.segments;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Values of an explanation as text, in the same form as the operands of a check. */
final class AnswerTexts {
    private final ZoneId zone;

    AnswerTexts(ZoneId zone) {
        this.zone = zone;
    }

    String of(Object value) {
        return switch (value) {
            case Instant instant -> day(instant).toString();
            case OffsetDateTime moment -> day(moment.toInstant()).toString();
            case Double number ->
                new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
