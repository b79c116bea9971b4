package regulars.access;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;
import regulars.kernel.Permission;
import schema.access.tables.records.RoleRecord;

/** Named sets of permissions: the built-in ones and those an organisation makes. Nobody gives more than they have. */
@Service
class Roles {
    private static final int NAME_AT_MOST = 60;

    private final RoleStore store;
    private final Audit audit;
    private final InstantSource clock;

    Roles(RoleStore store, Audit audit, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    List<Role> all() {
        return store.all().stream().map(Roles::role).toList();
    }

    Role get(String id) {
        return store.find(id).map(Roles::role).orElseThrow(() -> missing(id));
    }

    /** Those that a scope takes away too: who gives a role or widens its scope gives all of them. */
    Set<Permission> wanted(String id) {
        return store.find(id).map(Roles::wanted).orElseThrow(() -> missing(id));
    }

    @Transactional
    public Role add(String name, Set<Permission> permissions, RoleScope scope, Caller by) {
        requireWithin(by, permissions);
        var now = clock.instant();
        var role = Role.of(Ids.next(now).toString(), named(name), permissions, scope);
        if (!store.add(role, named(name), now)) throw nameTaken(name, null);
        audit.add(by.actor(), "role.created", role.id(), role);
        return role;
    }

    @Transactional
    public Role change(String id, String name, Set<Permission> permissions, RoleScope scope, Caller by) {
        var before = own(id);
        requireWithin(by, wanted(id));
        requireWithin(by, permissions);
        var after = Role.of(id, named(name), permissions, scope);
        try {
            store.change(after, named(name));
        } catch (IntegrityConstraintViolationException e) {
            throw nameTaken(name, e);
        }
        audit.add(by.actor(), "role.changed", id, Map.of("before", before, "after", after));
        return after;
    }

    /** Of the product's roles too, but for the owner's. */
    @Transactional
    public Role narrow(String id, RoleScope scope, Caller by) {
        var before = get(id);
        requireWithin(by, wanted(id));
        if (id.equals(BuiltInRole.OWNER.id())) {
            throw new Fault(
                    AccessFault.ROLE_SEES_ALL, "An owner sees every customer: give them another role to narrow it");
        }
        store.scope(id, scope);
        var after = get(id);
        audit.add(by.actor(), "role.changed", id, Map.of("before", before.scope(), "after", scope));
        return after;
    }

    @Transactional
    public void remove(String id, Actor by) {
        var role = own(id);
        if (store.used(id)) {
            throw new Fault(
                    AccessFault.ROLE_IN_USE,
                    "Somebody has the role '" + role.name() + "': give them another one, then remove it");
        }
        store.remove(id);
        audit.add(by, "role.removed", id, role);
    }

    /** @throws Fault when the permissions hold one that the caller lacks */
    static void requireWithin(Caller by, Collection<Permission> permissions) {
        for (Permission one : permissions) {
            if (by.permissions().contains(one)) continue;
            throw new Fault(
                            AccessFault.BEYOND_YOUR_RIGHTS,
                            "This has the right " + one.code() + ", which you lack: ask somebody who has it")
                    .with("permission", one.code());
        }
    }

    static String[] codes(Set<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::code).toArray(String[]::new);
    }

    static Set<Permission> known(String[] codes) {
        var known = EnumSet.noneOf(Permission.class);
        Arrays.stream(codes).forEach(code -> Permission.of(code).ifPresent(known::add));
        return known;
    }

    private Role own(String id) {
        var role = get(id);
        if (role.name() != null) return role;
        throw new Fault(
                        AccessFault.ROLE_BUILT_IN,
                        "The role " + id + " comes with the product and stays as it is: make one of your own")
                .at("role", id);
    }

    private static Role role(RoleRecord row) {
        return Role.of(row.getId(), row.getName(), wanted(row), RoleScope.of(row.getScope()));
    }

    private static Set<Permission> wanted(RoleRecord row) {
        var own = row.getPermissions();
        return own == null ? builtIn(row.getId()) : known(own);
    }

    private static Fault missing(String id) {
        return new Fault(AccessFault.ROLE_NOT_FOUND, "There is no role " + id + ": look in the list of roles")
                .at("role", id);
    }

    private static Set<Permission> builtIn(String id) {
        return BuiltInRole.of(id).map(BuiltInRole::permissions).orElse(Set.of());
    }

    private static String named(String name) {
        var said = name.strip();
        if (!said.isEmpty() && said.length() <= NAME_AT_MOST) return said;
        throw new Fault(
                        AccessFault.FIELD_INVALID,
                        "The role needs a name of 1 to " + NAME_AT_MOST + " characters: shorten or write one")
                .at("name", said);
    }

    private static Fault nameTaken(String name, @Nullable Exception cause) {
        var message = "There is a role '" + name.strip() + "' already: choose another name";
        return cause == null
                ? new Fault(AccessFault.ROLE_NAME_TAKEN, message).at("name", name)
                : new Fault(AccessFault.ROLE_NAME_TAKEN, message, cause).at("name", name);
    }

    /**
     * @param name null for a built-in role: the screens say it in the reader's language
     * @param permissions without those that its scope leaves no room for
     */
    record Role(String id, @Nullable String name, Set<Permission> permissions, RoleScope scope) {
        static Role of(String id, @Nullable String name, Set<Permission> wanted, RoleScope scope) {
            var left = EnumSet.noneOf(Permission.class); // in their own order, for those who read them
            wanted.stream().filter(scope::allows).forEach(left::add);
            return new Role(id, name, Collections.unmodifiableSet(left), scope);
        }
    }
}
