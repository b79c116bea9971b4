package regulars.segments;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a customer meets a rule at a moment, and the answer of every part of it.
 *
 * @param answers none where there was no such active customer
 * @param knownToday paths of the conditions that a past moment cannot answer: they say what is known today
 * @param entered since when they are in the segment, where the question is about one and about now
 */
record RuleWhy(
        UUID customerId,
        boolean holds,
        Instant asOf,
        Rule rule,
        List<RuleAnswer> answers,
        List<RuleFacts> facts,
        List<String> knownToday,
        @Nullable Entrance entered) {}
