package regulars.insight;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.access.ActorNames;
import regulars.insight.OwnMatrixStore.Named;
import regulars.insight.SchemeStore.Scheme;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;
import regulars.segments.GridSide;

/** Matrices that the company keeps, each with every version of its sides. */
@Service
class OwnMatrices {
    private static final int LONGEST_NAME = 120;
    private static final int KEPT_IN_LIST = 50;

    private final OwnMatrixStore store;
    private final SchemeStore schemes;
    private final CrossTable table;
    private final InsightReader reader;
    private final ActorNames names;

    OwnMatrices(OwnMatrixStore store, SchemeStore schemes, CrossTable table, InsightReader reader, ActorNames names) {
        this.store = store;
        this.schemes = schemes;
        this.table = table;
        this.reader = reader;
        this.names = names;
    }

    List<OwnMatrixView> list() {
        return store.list().stream().map(this::view).toList();
    }

    @Transactional
    public OwnMatrixView make(String wanted, OwnSides sides, Actor actor) {
        var name = name(wanted, null);
        table.of(sides); // refuses what cannot be asked before it is kept
        var now = reader.now();
        var id = Ids.next(now);
        store.add(id, name, actor.toString(), now);
        keep(id, sides, now, actor);
        return view(new Named(id, name, false));
    }

    /** @param version that the change was made on; another's change in between refuses this one */
    @Transactional
    public OwnMatrixView change(UUID id, @Nullable UUID version, String wanted, OwnSides sides, Actor actor) {
        var known = live(id, store.lock(id));
        var name = name(wanted, id);
        var latest = latest(id);
        if (!Objects.equals(latest.id(), version)) {
            throw new Fault(
                            InsightFault.MATRIX_CHANGED,
                            "The matrix '" + known.name() + "' was changed meanwhile: load it again.")
                    .at("version", version)
                    .with("name", known.name());
        }
        if (!sides.equals(latest.thresholds())) {
            table.of(sides);
            keep(id, sides, reader.now(), actor);
        }
        if (!name.equals(known.name())) store.rename(id, name);
        return view(new Named(id, name, false));
    }

    void delete(UUID id) {
        live(id);
        store.delete(id, reader.now());
    }

    OwnMatrixView restore(UUID id) {
        var known = store.find(id).orElseThrow(() -> unknown(id));
        if (known.deleted()) {
            table.checked(latest(id).thresholds());
            name(known.name(), id);
            store.delete(id, null);
        }
        return view(known);
    }

    /** The newest first. */
    List<OwnMatrixVersion> versions(UUID id) {
        live(id);
        var actors = schemes.actors(InsightCells.own(id));
        var called = names.of(Set.copyOf(actors.values()));
        return schemes.list(InsightCells.own(id), OwnSides.class, KEPT_IN_LIST).stream()
                .map(scheme -> {
                    var version = Objects.requireNonNull(scheme.id());
                    var sides = scheme.thresholds();
                    var by = called.get(actors.getOrDefault(version, ""));
                    return new OwnMatrixVersion(version, scheme.asOf(), by, sides.rows(), sides.columns());
                })
                .toList();
    }

    private void keep(UUID id, OwnSides sides, Instant now, Actor actor) {
        var version = Ids.next(now);
        var scheme = new Scheme<>(version, SchemeMethod.BY_HAND, null, sides, 0, now);
        schemes.add(version, InsightCells.own(id), scheme, actor.toString());
    }

    private OwnMatrixView view(Named matrix) {
        var latest = latest(matrix.id());
        var sides = latest.thresholds();
        return new OwnMatrixView(
                matrix.id(),
                InsightCells.own(matrix.id()),
                matrix.name(),
                Objects.requireNonNull(latest.id()),
                latest.asOf(),
                sides.rows(),
                sides.columns());
    }

    private Scheme<OwnSides> latest(UUID id) {
        return schemes.latest(InsightCells.own(id), OwnSides.class).orElseThrow(() -> unknown(id));
    }

    private Named live(UUID id) {
        return live(id, store.find(id));
    }

    private Named live(UUID id, Optional<Named> found) {
        return found.filter(matrix -> !matrix.deleted()).orElseThrow(() -> unknown(id));
    }

    private String name(String wanted, @Nullable UUID id) {
        var name = wanted.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Fault(
                            InsightFault.MATRIX_NAME_INVALID,
                            "A matrix needs a name of 1 to " + LONGEST_NAME + " characters.")
                    .at("name", name)
                    .with("limit", LONGEST_NAME);
        }
        if (store.taken(name, id)) {
            throw new Fault(
                            InsightFault.MATRIX_NAME_TAKEN,
                            "There is a matrix '" + name + "' already: choose another name.")
                    .at("name", name)
                    .with("name", name);
        }
        return name;
    }

    private static Fault unknown(UUID id) {
        return new Fault(InsightFault.MATRIX_NOT_FOUND, "There is no matrix " + id + ": it may have been deleted.")
                .at("id", id);
    }

    /**
     * @param grid as rules name it
     * @param version of the sides, to say what a change was made on
     */
    record OwnMatrixView(
            UUID id, String grid, String name, UUID version, Instant asOf, GridSide rows, GridSide columns) {}

    /** @param by null for whoever is gone without a trace */
    record OwnMatrixVersion(UUID id, Instant asOf, @Nullable String by, GridSide rows, GridSide columns) {}
}
