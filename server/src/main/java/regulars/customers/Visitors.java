package regulars.customers;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.collect.SubjectKey;
import regulars.collect.Subjects;
import regulars.customers.CustomerStore.Link;

/**
 * Visitors of whom a program that keeps its key out of sight says who they are. What they did before counts as the
 * person's from then on. A visitor is of whoever was named first: another person on the same machine, or two ids of
 * people who are both known, is a doubt for people, never a link.
 */
@Service
public class Visitors {
    private final Subjects subjects;
    private final CustomerIntake intake;
    private final CustomerStore customers;
    private final DoubtStore doubts;
    private final InstantSource clock;

    Visitors(
            Subjects subjects, CustomerIntake intake, CustomerStore customers, DoubtStore doubts, InstantSource clock) {
        this.subjects = subjects;
        this.intake = intake;
        this.customers = customers;
        this.doubts = doubts;
        this.clock = clock;
    }

    /**
     * That the person of the id was called otherwise before.
     *
     * @param formerly ids of visitors, or other ids of the same source
     */
    @Transactional
    public void recognise(Origin origin, String userId, List<String> formerly) {
        var key = SubjectKey.external(origin.sourceCode(), userId);
        var known = intake.identify(
                        origin, List.of(IncomingCustomer.identified(key, Map.of(ProfileField.EXTERNAL_ID, userId))))
                .getFirst();
        if (known.outcome() == Accepted.Outcome.ERASED) return;
        var person = Objects.requireNonNull(
                customers.links(List.of(known.subjectNumber())).get(known.subjectNumber()));
        for (String id : formerly) name(origin, person, id);
    }

    private void name(Origin origin, Link person, String id) {
        var visitor = SubjectKey.anonymous(origin.sourceCode(), id);
        var other = SubjectKey.external(origin.sourceCode(), id);
        var met = subjects.known(List.of(visitor, other));
        if (met.isEmpty()) met = Map.of(visitor, subjects.number(visitor));
        var links = customers.links(met.values());
        var now = clock.instant();
        for (var one : met.entrySet()) {
            var link = links.get(one.getValue());
            if (link == null) {
                var named = new Link(one.getValue(), person.customer(), person.home());
                customers.link(List.of(named), "named by a program", origin.actor(), now);
            } else if (link.customer() != person.customer()) {
                var why = one.getKey().equals(visitor) ? Doubt.VISITOR : Doubt.ALIAS;
                doubts.add(origin, Stream.of(new DoubtStore.Pair(person.customer(), link.customer(), why)), now);
            }
        }
    }
}
