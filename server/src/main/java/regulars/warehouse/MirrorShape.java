package regulars.warehouse;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import regulars.kernel.MirroredTable;

/** All that is mirrored; the table of links first, for the others' derived column follows it. */
record MirrorShape(List<TableShape> tables) {
    static MirrorShape of(List<MirroredTable> mirrored) {
        var shapes = mirrored.stream().map(TableShape::of).toList();
        if (shapes.stream().noneMatch(TableShape::isLink))
            shapes = shapes.stream().map(MirrorShape::underived).toList();
        return new MirrorShape(shapes.stream()
                .sorted(Comparator.comparing((TableShape shape) -> !shape.isLink())
                        .thenComparing(TableShape::name))
                .toList());
    }

    Optional<TableShape> link() {
        return tables.stream().filter(TableShape::isLink).findFirst();
    }

    Optional<TableShape> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** Whether each row's way, if need be over other tables, ends at a person. */
    boolean leadsToPeople(TableShape table) {
        return switch (table.whose()) {
            case Whose.Named _ -> true;
            case Whose.Over over -> leads(over);
            case Whose.Either either -> leads(either.over());
            case Whose.Nobody _, Whose.Everybody _ -> false;
        };
    }

    private boolean leads(Whose.Over over) {
        return table(over.table()).filter(this::leadsToPeople).isPresent();
    }

    /** Changes when a file written before no longer fits. */
    String signature() {
        var sorted = tables.stream().map(table -> table.name() + ":" + table.key() + ":" + table.sortedBy());
        return Stream.concat(tables.stream().map(table -> table.create(table.quoted())), sorted)
                .collect(Collectors.joining("\n"));
    }

    private static TableShape underived(TableShape shape) {
        return new TableShape(
                shape.schema(), shape.table(), shape.key(), shape.columns(), false, shape.sortedBy(), shape.whose());
    }
}
