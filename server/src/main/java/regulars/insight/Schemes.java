package regulars.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import regulars.insight.SchemeStore.Scheme;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;

/** The dated thresholds of one grid. Automatic ones are made when first asked for and renewed when they have aged. */
final class Schemes<T> {
    static final Duration OLD = Duration.ofDays(7);
    /** A base that has grown by half has other quintiles. */
    private static final int GROWN_PERCENT = 150;

    private static final int KEPT_IN_LIST = 50;

    private final String kind;
    private final Class<T> type;
    private final SchemeStore store;
    private final InsightReader reader;
    private final Computation<T> computation;

    /** Finds automatic thresholds. */
    interface Computation<T> {
        T thresholds(BuyerTable buyers);

        int size(BuyerTable buyers);
    }

    Schemes(String kind, Class<T> type, SchemeStore store, InsightReader reader, Computation<T> computation) {
        this.kind = kind;
        this.type = type;
        this.store = store;
        this.reader = reader;
        this.computation = computation;
    }

    /** What the request would give, kept nowhere. */
    Scheme<T> trial(SchemeRequest<T> request, Instant asOf) {
        var period = InsightReader.period(request.periodDays());
        var buyers = reader.buyers(period, asOf);
        var wanted = request.thresholds();
        var thresholds = wanted == null ? computation.thresholds(buyers) : wanted;
        return new Scheme<>(null, request.method(), period, thresholds, computation.size(buyers), asOf);
    }

    Scheme<T> make(SchemeRequest<T> request, Instant asOf, Actor actor) {
        var trial = trial(request, asOf);
        var id = Ids.next(asOf);
        store.add(id, kind, trial, actor.toString());
        return new Scheme<>(id, trial.method(), trial.periodDays(), trial.thresholds(), trial.buyers(), asOf);
    }

    Scheme<T> inForce(Instant asOf) {
        var latest = store.latest(kind, type);
        if (latest.isPresent() && !outgrown(latest.get(), asOf)) return latest.get();
        Integer period = latest.map(Scheme::periodDays).orElse(null);
        return make(new SchemeRequest<>(period, null), asOf, Actor.SYSTEM);
    }

    Scheme<T> find(UUID id) {
        return store.find(id, kind, type)
                .orElseThrow(() -> new Fault(
                                InsightFault.SCHEME_NOT_FOUND, "There are no thresholds " + id + ": look in the list.")
                        .at("scheme", id));
    }

    List<SchemeView> list() {
        return store.list(kind, type, KEPT_IN_LIST).stream().map(Scheme::view).toList();
    }

    private boolean outgrown(Scheme<T> scheme, Instant asOf) {
        if (scheme.method() == SchemeMethod.BY_HAND) return false;
        if (Duration.between(scheme.asOf(), asOf).compareTo(OLD) >= 0) return true;
        long buyers = computation.size(reader.buyers(scheme.periodDays(), asOf));
        return buyers > 0 && buyers * 100 >= (long) scheme.buyers() * GROWN_PERCENT;
    }
}
