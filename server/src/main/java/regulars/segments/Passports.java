package regulars.segments;

import static java.util.stream.Collectors.toSet;
import static regulars.segments.SegmentsFault.PASSPORT_CHANGED;
import static regulars.segments.SegmentsFault.PASSPORT_TEXT_TOO_LONG;
import static regulars.segments.SegmentsFault.PLAN_INVALID;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import regulars.access.ActorNames;
import regulars.access.Colleagues;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.segments.PassportStore.Kept;

/** What segments are for, said by people and kept in every version. Safe for use by several threads. */
@Service
class Passports {
    static final int LONGEST_TEXT = 4000;
    static final int MOST_MONTHS = 60;
    private static final int LATEST = 100;

    private final PassportStore store;
    private final ActorNames names;
    private final Colleagues colleagues;
    private final InstantSource clock;

    Passports(PassportStore store, ActorNames names, Colleagues colleagues, InstantSource clock) {
        this.store = store;
        this.names = names;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /** An empty one, of version 0, until somebody says something. */
    PassportVersion of(UUID segment) {
        var versions = store.versions(segment, 1);
        return versions.isEmpty()
                ? new PassportVersion(0, Passport.EMPTY, null, null)
                : told(versions).getFirst();
    }

    /** The newest first. */
    List<PassportVersion> versions(UUID segment) {
        return told(store.versions(segment, LATEST));
    }

    /**
     * Puts another one in force.
     *
     * @param version that the edit was made on; another's edit in between refuses this one
     */
    PassportVersion change(UUID segment, int version, Passport passport, Actor actor) {
        var last = of(segment);
        check(passport, last.passport());
        var next = new Kept(version + 1, passport, actor.toString(), clock.instant());
        if (last.version() != version || !store.add(segment, next)) {
            throw new Fault(PASSPORT_CHANGED, "The passport was changed meanwhile: load it again.")
                    .at("version", version);
        }
        return of(segment);
    }

    private void check(Passport passport, Passport before) {
        check("persona", passport.persona());
        check("needs", passport.needs());
        check("incentive", passport.incentive());
        check("playbook", passport.playbook());
        if (passport.owner() != null && !passport.owner().equals(before.owner())) {
            colleagues.requireGivable(passport.owner());
        }
        var months = new HashSet<>();
        boolean valid = passport.plan().size() <= MOST_MONTHS;
        for (var planned : passport.plan()) {
            valid &= planned != null
                    && planned.month() != null
                    && planned.month().getDayOfMonth() == 1
                    && planned.value() >= 0
                    && months.add(planned.month());
        }
        if (valid) return;
        throw new Fault(
                        PLAN_INVALID,
                        "A plan has at most " + MOST_MONTHS + " months, each once by its first day, with a number"
                                + " from 0: correct it.")
                .at("plan", passport.plan().size())
                .with("limit", MOST_MONTHS);
    }

    private static void check(String field, String text) {
        if (text.length() <= LONGEST_TEXT) return;
        throw new Fault(PASSPORT_TEXT_TOO_LONG, "A text of a passport has at most " + LONGEST_TEXT + " characters.")
                .at(field, text.length())
                .with("limit", LONGEST_TEXT);
    }

    private List<PassportVersion> told(List<Kept> kept) {
        var called = names.of(kept.stream().map(Kept::actor).collect(toSet()));
        return kept.stream()
                .map(one -> new PassportVersion(one.version(), one.passport(), called.get(one.actor()), one.at()))
                .toList();
    }

    /** @param by who said so; null for whoever is gone without a trace, and in an empty one */
    record PassportVersion(
            int version,
            Passport passport,
            @Nullable String by,
            @Nullable Instant at) {}
}
