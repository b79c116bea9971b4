package bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Runs the bench named by the first argument; its figures are the last line on standard output. */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var name = arguments[0];
        var result = new LinkedHashMap<String, Object>();
        result.put("bench", name);
        result.putAll(named(name).run(List.of(arguments).subList(1, arguments.length)));
        System.out.println(JsonMapper.shared().writeValueAsString(result));
        System.exit(holds(result) ? 0 : 1);
    }

    static Benchmark named(String name) throws ReflectiveOperationException {
        var type = "bench." + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Bench";
        try {
            return (Benchmark) Class.forName(type).getDeclaredConstructor().newInstance();
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("There is no bench '" + name + "': './regulars bench' lists them", e);
        }
    }

    private static boolean holds(Map<String, Object> result) {
        return Boolean.TRUE.equals(result.get("holds"));
    }
}
