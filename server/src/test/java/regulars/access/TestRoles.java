package regulars.access;

import org.jooq.DSLContext;

/** The roles of a test's database, for other rooms' tests. */
public final class TestRoles {
    private TestRoles() {}

    public static CallerRoles of(DSLContext dsl) {
        return new CallerRoles(new CurrentActor(), new AccountStore(dsl), new RoleStore(dsl));
    }
}
