package regulars.collect;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import regulars.kernel.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the JSON of one event as strictly as whoever stores it later: UTF-8, no field twice, bounded in depth, and no
 * number that a column of numbers could not hold. What no text of ours holds, a NUL or half of a letter, becomes the
 * replacement character: it is a letter lost, not an event.
 */
final class EventJson {
    static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 400;
    private static final char REPLACEMENT = '\uFFFD';
    private static final JsonNodeFactory NODES = new JsonNodeFactory();
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST + 1)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    private final boolean escaped;

    private EventJson(boolean escaped) {
        this.escaped = escaped;
    }

    static ObjectNode parse(byte[] body) {
        var text = text(body);
        try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) throw notJson("an event is an object, in braces");
            // only an escape can bring a letter that UTF-8 has not
            var read = new EventJson(text.contains("\\u")).object(parser, 1);
            if (parser.nextToken() != null) throw notJson("something stands behind its last brace");
            return read;
        } catch (StreamConstraintsException e) {
            throw String.valueOf(e.getMessage()).contains("nesting") ? tooDeep() : unusable("too long");
        } catch (JacksonException e) {
            throw notJson(e.getOriginalMessage());
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Fault(
                    CollectFault.EVENT_NOT_UTF8, "The event is not written in UTF-8, which JSON is: encode it so", e);
        }
    }

    private ObjectNode object(JsonParser parser, int depth) {
        if (depth > DEEPEST) throw tooDeep();
        var node = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = clean(parser.currentName());
            parser.nextToken();
            if (node.has(name)) throw twice(name);
            node.set(name, value(parser, depth));
        }
        return node;
    }

    private JsonNode array(JsonParser parser, int depth) {
        if (depth > DEEPEST) throw tooDeep();
        var node = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) node.add(value(parser, depth));
        return node;
    }

    private JsonNode value(JsonParser parser, int depth) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, depth + 1);
            case START_ARRAY -> array(parser, depth + 1);
            case VALUE_STRING -> NODES.stringNode(clean(parser.getString()));
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(decimal(parser.getDecimalValue()));
            case VALUE_NULL -> NODES.nullNode();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw notJson("a value is missing");
        };
    }

    private static JsonNode whole(JsonParser parser) {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            case BIG_INTEGER -> {
                if (Double.isInfinite(parser.getBigIntegerValue().doubleValue())) throw unusable("too large");
                yield NODES.numberNode(parser.getBigIntegerValue());
            }
            case FLOAT, DOUBLE, BIG_DECIMAL -> NODES.numberNode(decimal(parser.getDecimalValue()));
        };
    }

    private static BigDecimal decimal(BigDecimal number) {
        if (Math.abs(number.scale()) > LONGEST_NUMBER) throw unusable("too large or too small");
        if (Double.isInfinite(number.doubleValue())) throw unusable("too large");
        return number;
    }

    private String clean(String text) {
        if (!escaped) return text;
        var cleaned = new StringBuilder(text.length());
        boolean changed = false;
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            boolean pair = Character.isHighSurrogate(one)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                cleaned.append(one).append(text.charAt(++i));
            } else if (one == 0 || Character.isSurrogate(one)) {
                cleaned.append(REPLACEMENT);
                changed = true;
            } else {
                cleaned.append(one);
            }
        }
        return changed ? cleaned.toString() : text;
    }

    private static Fault tooDeep() {
        return new Fault(
                CollectFault.EVENT_NESTED_TOO_DEEP,
                "The event is nested deeper than " + DEEPEST + " levels: make it flatter");
    }

    private static Fault twice(String name) {
        return new Fault(
                        CollectFault.EVENT_FIELD_TWICE,
                        "The event names a field twice, and which one counts nobody can know: send it once")
                .at(name.length() > 100 ? name.substring(0, 100) : name, null);
    }

    private static Fault notJson(String why) {
        return new Fault(CollectFault.EVENT_NOT_JSON, "The event is not JSON that can be read: " + why);
    }

    private static Fault unusable(String why) {
        return new Fault(
                CollectFault.EVENT_NUMBER_UNUSABLE,
                "A number of the event is " + why + ": send it as text, or rounded");
    }
}
