package regulars.warehouse;

import static regulars.warehouse.TableShape.quote;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import regulars.warehouse.KeyRanges.Range;
import regulars.warehouse.MirrorStatus.Progress;
import regulars.warehouse.VerifyReport.Damaged;
import regulars.warehouse.VerifyReport.DamagedCell;
import regulars.warehouse.VerifyReport.TableVerdict;

/**
 * Compares every cell of both sides: first each table's sums by key range, read by the same code from either side, then
 * the ranges that differ row by row, until a single cell has a name.
 */
final class Verification {
    private static final int MOST_DAMAGES = 100;
    private static final int TELL_EVERY = 50_000;
    private static final long MIRROR_CHUNK = 1 << 18;

    private final SourceStore source;
    private final MirrorShape shape;
    private final Aligned sides;
    private final Consumer<Progress> progress;
    private final List<DamagedCell> damages = new ArrayList<>();
    private long done;
    private long total;

    Verification(SourceStore source, MirrorShape shape, Aligned sides, Consumer<Progress> progress) {
        this.source = source;
        this.shape = shape;
        this.sides = sides;
        this.progress = progress;
    }

    VerifyReport run() throws SQLException {
        for (var table : shape.tables()) total += 2 * source.estimate(sides.view(), table);
        var verdicts = new ArrayList<TableVerdict>();
        for (var table : shape.tables()) verdicts.add(compare(table));
        var equal = verdicts.stream().allMatch(TableVerdict::equal);
        var told = damages.subList(0, Math.min(damages.size(), MOST_DAMAGES));
        return new VerifyReport(equal, sides.watermark(), verdicts, told, damages.size() > MOST_DAMAGES);
    }

    private TableVerdict compare(TableShape table) throws SQLException {
        var columns = table.mirrorColumns();
        int key = keyIndex(table);
        var truth = new KeyRanges();
        postgres(table, Optional.empty(), cells -> truth.add(key(cells, key), Cells.digest(cells)));
        var mirrored = new KeyRanges();
        for (var chunk : chunks(table)) {
            mirror(table, columns, chunk, cells -> mirrored.add(key(cells, key), Cells.digest(cells)));
        }
        var differences = truth.differences(mirrored);
        for (var range : differences) if (damages.size() <= MOST_DAMAGES) narrow(table, key, range);
        return new TableVerdict(table.name(), truth.rows(), mirrored.rows(), differences.isEmpty());
    }

    private void narrow(TableShape table, int key, Range range) throws SQLException {
        Map<Long, List<@Nullable Object[]>> truth = new HashMap<>();
        Map<Long, List<@Nullable Object[]>> mirrored = new HashMap<>();
        var condition = range.condition("t." + quote(table.key()));
        postgres(table, Optional.of(condition), cells -> add(truth, key(cells, key), cells));
        mirror(table, table.mirrorColumns(), range, cells -> add(mirrored, key(cells, key), cells));
        var keys = new TreeSet<>(truth.keySet());
        keys.addAll(mirrored.keySet());
        for (long each : keys) compareRow(table, each, truth.get(each), mirrored.get(each));
    }

    private void compareRow(
            TableShape table,
            long key,
            @Nullable List<@Nullable Object[]> truth,
            @Nullable List<@Nullable Object[]> mirrored) {
        if (mirrored == null) {
            damages.add(new DamagedCell(table.name(), key, Damaged.MISSING, null, null, null));
        } else if (truth == null || mirrored.size() > 1) {
            damages.add(new DamagedCell(table.name(), key, Damaged.EXTRA, null, null, null));
        } else {
            compareCells(table, key, truth.getFirst(), mirrored.getFirst());
        }
    }

    private void compareCells(TableShape table, long key, @Nullable Object[] truth, @Nullable Object[] mirrored) {
        var columns = table.mirrorColumns();
        for (int i = 0; i < columns.size(); i++) {
            if (Cells.same(truth[i], mirrored[i])) continue;
            var column = columns.get(i);
            damages.add(new DamagedCell(
                    table.name(),
                    key,
                    Damaged.DIFFERENT,
                    column.name(),
                    Cells.text(column.kind(), truth[i]),
                    Cells.text(column.kind(), mirrored[i])));
        }
    }

    private interface RowUse {
        void row(@Nullable Object[] cells);
    }

    private void postgres(TableShape table, Optional<String> where, RowUse use) throws SQLException {
        var columns = table.mirrorColumns();
        sides.view().copy(source.rows(table, where), wire -> {
            use.row(Cells.ofWire(columns, wire));
            tell(table);
        });
    }

    private void mirror(TableShape table, List<MirrorColumn> columns, Range range, RowUse use) throws SQLException {
        var list = columns.stream().map(Cells::expression).collect(Collectors.joining(", "));
        var sql = "select " + list + " from " + table.quoted() + " where " + range.condition(quote(table.key()));
        try (var statement = sides.loan().connection().createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                use.row(Cells.ofResult(columns, rows));
                tell(table);
            }
        }
    }

    /** The mirror is read in pieces, for its driver holds a whole answer in memory. */
    private List<Range> chunks(TableShape table) throws SQLException {
        var sql = "select distinct " + quote(table.key()) + " // " + MIRROR_CHUNK + " from " + table.quoted()
                + " order by 1";
        var chunks = new ArrayList<Range>();
        try (var statement = sides.loan().connection().createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                long chunk = rows.getLong(1);
                chunks.add(new Range(chunk * MIRROR_CHUNK, (chunk + 1) * MIRROR_CHUNK));
            }
        }
        return chunks;
    }

    private void tell(TableShape table) {
        if (++done % TELL_EVERY == 0) progress.accept(new Progress(table.name(), done, Math.max(done, total)));
    }

    private static int keyIndex(TableShape table) {
        return table.columns().stream().map(MirrorColumn::name).toList().indexOf(table.key());
    }

    private static long key(@Nullable Object[] cells, int index) {
        return cells[index] instanceof Number key ? key.longValue() : Long.MIN_VALUE;
    }

    private static void add(Map<Long, List<@Nullable Object[]>> rows, long key, @Nullable Object[] cells) {
        rows.computeIfAbsent(key, any -> new ArrayList<>()).add(cells);
    }
}
