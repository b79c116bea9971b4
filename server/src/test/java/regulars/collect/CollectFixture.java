package regulars.collect;

import java.time.InstantSource;
import org.jooq.DSLContext;

/** The room on a test's database, wired by hand. */
public final class CollectFixture {
    private CollectFixture() {}

    public static Subjects subjects(DSLContext dsl, InstantSource clock) {
        return new Subjects(new SubjectStore(dsl), new ErasedKey(() -> new byte[32]), clock);
    }
}
