package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The guide's samples are what is tested: each is read from its page, and its people are counted twice. */
class GuideSamplesTest {
    private static final Pattern SAMPLE = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

    @Test
    void everySampleOfTheGuideIsARuleThatRuns() throws IOException, SQLException {
        var random = new Random(7);
        var worlds = new RandomWorlds(random);
        new RandomRules(random, worlds); // gives the world its segments
        var world = worlds.draw();
        try (var mirror = new MemoryMirror()) {
            mirror.fill(world, worlds.products);
            var naive = new NaiveEvaluator(world);
            for (String sample : samples()) {
                var rule = JsonMapper.shared().readValue(sample, Rule.class);
                RuleValidator.check(rule, mirror.context(world).catalogue());
                var program = RuleCompiler.compile(rule, mirror.context(world));
                assertThat(mirror.dsl().fetch(program.members(Scope.WHOLE_BASE)).getValues(0, Integer.class))
                        .as(sample)
                        .containsExactlyInAnyOrderElementsOf(naive.members(rule));
            }
        }
    }

    @Test
    void theGuideShowsEveryKindOfRule() throws IOException {
        var kinds = Arrays.stream(Rule.class.getAnnotation(JsonSubTypes.class).value())
                .map(kind -> "\"kind\": \"" + kind.name() + "\"")
                .toList();

        assertThat(String.join("", samples())).contains(kinds);
    }

    private static List<String> samples() throws IOException {
        var guide = Files.readString(Path.of("..", "docs", "guide", "segments.md"));
        return SAMPLE.matcher(guide).results().map(found -> found.group(1)).toList();
    }
}
