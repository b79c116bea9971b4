package regulars.boot;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;

/** The trace of what was thrown, without people's addresses; {@code logback.xml} names it. */
public final class MaskedTrace extends ThrowableHandlingConverter {
    @Override
    public String convert(ILoggingEvent event) {
        return of(event);
    }

    static String of(ILoggingEvent event) {
        var thrown = event.getThrowableProxy();
        return thrown == null ? "" : Masks.of(ThrowableProxyUtil.asString(thrown));
    }
}
