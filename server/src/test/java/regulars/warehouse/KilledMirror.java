package regulars.warehouse;

import java.nio.file.Path;
import java.time.InstantSource;
import org.postgresql.ds.PGSimpleDataSource;
import regulars.kernel.Sights;

/** A process that follows PostgreSQL as fast as it can, says so, and waits to be killed. */
final class KilledMirror {
    private KilledMirror() {}

    public static void main(String[] arguments) {
        var database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        var warehouse = new Warehouse(
                database,
                Path.of(arguments[1]),
                TestMirror.TABLES,
                MirrorSettings.defaults(),
                Sights.WHOLE,
                InstantSource.system(),
                advanced -> System.out.println(advanced.watermark().value()));
        while (true) warehouse.barrier(TestMirror.PATIENCE);
    }
}
