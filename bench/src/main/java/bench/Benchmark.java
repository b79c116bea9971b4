package bench;

import java.util.List;
import java.util.Map;

/** One bench. {@code NameBench} is run by {@code ./regulars bench name}: the class is found by its name. */
public interface Benchmark {
    /** The figures in the order a reader wants them; {@code holds} says whether the bound does. */
    Map<String, Object> run(List<String> arguments) throws Exception;
}
