package regulars.sources;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the events of a batch by their braces, without understanding them: each is then read alone, so that one that
 * cannot be read costs itself only. Used once, by one thread.
 */
final class BatchSplit {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_MEMBERS = 100;

    private final byte[] body;
    private final Map<String, byte[]> members = new LinkedHashMap<>();
    private final List<byte[]> events = new ArrayList<>();
    private boolean batch;
    private int at;

    private BatchSplit(byte[] body) {
        this.body = body;
    }

    /**
     * What stands in a body.
     *
     * @param members of the outermost object but {@code batch}, as written
     * @param events of the array {@code batch}; null when there is none. The last may be what could not be told apart.
     */
    record Parts(Map<String, byte[]> members, @Nullable List<byte[]> events) {
        /** The member as text; empty when it is none. */
        String text(String name) {
            var member = members.get(name);
            if (member == null || member.length < 2 || member[0] != '"') return "";
            return new String(member, 1, member.length - 2, StandardCharsets.UTF_8);
        }
    }

    static Parts of(byte[] body) {
        var split = new BatchSplit(body);
        split.object();
        return new Parts(split.members, split.batch ? split.events : null);
    }

    private void object() {
        blank();
        if (!take('{')) return;
        while (members.size() < MOST_MEMBERS) {
            blank();
            int begin = at;
            if (!skipText()) return;
            var name = new String(body, begin + 1, Math.min(LONGEST_NAME, at - begin - 2), StandardCharsets.UTF_8);
            blank();
            if (!take(':')) return;
            blank();
            if (name.equals("batch") && !batch && peek() == '[') array();
            else member(name);
            blank();
            if (!take(',')) return;
        }
    }

    private void member(String name) {
        int begin = at;
        if (skipValue()) members.putIfAbsent(name, Arrays.copyOfRange(body, begin, at));
    }

    private void array() {
        batch = true;
        at++;
        blank();
        if (take(']')) return;
        while (at < body.length) {
            int begin = at;
            if (!skipValue()) {
                events.add(Arrays.copyOfRange(body, begin, body.length)); // where it ends nobody can say
                at = body.length;
                return;
            }
            events.add(Arrays.copyOfRange(body, begin, at));
            blank();
            if (take(']')) return;
            if (!take(',')) at = Math.max(at, begin + 1);
            blank();
        }
    }

    private int peek() {
        return at < body.length ? body[at] : -1;
    }

    private boolean take(char wanted) {
        if (peek() != wanted) return false;
        at++;
        return true;
    }

    private void blank() {
        while (at < body.length && body[at] <= ' ' && body[at] >= 0) at++;
    }

    /** Over a text in quotes; false when there is none, or it does not end. */
    private boolean skipText() {
        if (peek() != '"') return false;
        for (int i = at + 1; i < body.length; i++) {
            if (body[i] == '\\') {
                i++;
            } else if (body[i] == '"') {
                at = i + 1;
                return true;
            }
        }
        return false;
    }

    /** Over a text, whatever braces hold, or the letters up to what parts values. */
    private boolean skipValue() {
        if (peek() == '"') return skipText();
        if (peek() == '{' || peek() == '[') return skipBraces();
        int begin = at;
        while (at < body.length && body[at] != ',' && body[at] != ']' && body[at] != '}') at++;
        return at > begin;
    }

    private boolean skipBraces() {
        int depth = 0;
        int begin = at;
        while (at < body.length) {
            switch (body[at]) {
                case '"' -> {
                    if (!skipText()) {
                        at = begin;
                        return false;
                    }
                    continue;
                }
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {}
            }
            at++;
            if (depth == 0) return true;
        }
        at = begin;
        return false;
    }
}
