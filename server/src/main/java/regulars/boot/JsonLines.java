package regulars.boot;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.util.LinkedHashMap;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line, for a collector of logs; {@code REGULARS_LOG=JSON} chooses it. */
public final class JsonLines extends LayoutBase<ILoggingEvent> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String doLayout(ILoggingEvent event) {
        var line = new LinkedHashMap<String, String>();
        line.put("at", event.getInstant().toString());
        line.put("level", event.getLevel().toString());
        line.put("logger", event.getLoggerName());
        line.put("thread", event.getThreadName());
        line.put("message", Masks.of(String.valueOf(event.getFormattedMessage())));
        var trace = MaskedTrace.of(event);
        if (!trace.isEmpty()) line.put("trace", trace);
        return JSON.writeValueAsString(line) + "\n";
    }
}
