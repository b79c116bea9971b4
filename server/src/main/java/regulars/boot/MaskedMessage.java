package regulars.boot;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** The message without people's addresses; {@code logback.xml} names it. */
public final class MaskedMessage extends MessageConverter {
    @Override
    public String convert(ILoggingEvent event) {
        return Masks.of(String.valueOf(super.convert(event)));
    }
}
