package regulars.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;
import regulars.kernel.Permission;
import regulars.kernel.Sight;
import schema.access.tables.records.ApiKeyRecord;

/** Keys for programs. A key is shown once; only its hash is kept, and being random it needs no slow one. */
@Service
class ApiKeys {
    static final String MARK = "rk_";
    private static final int SHOWN = MARK.length() + 8;

    private final ApiKeyStore store;
    private final Teams teams;
    private final Colleagues colleagues;
    private final Audit audit;
    private final InstantSource clock;

    ApiKeys(ApiKeyStore store, Teams teams, Colleagues colleagues, Audit audit, InstantSource clock) {
        this.store = store;
        this.teams = teams;
        this.colleagues = colleagues;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public NewKey add(Wish wish, Caller by) {
        var name = wish.name();
        if (name.isBlank() || name.length() > 100) {
            throw new Fault(AccessFault.FIELD_INVALID, "The key needs a name of 1 to 100 characters")
                    .at("name", name.isBlank() ? "" : name.substring(0, 40) + "…");
        }
        check(wish, by);
        var key = MARK + Tokens.fresh();
        var now = clock.instant();
        var row = new ApiKeyRecord();
        row.setId(Ids.next(now));
        row.setName(name.strip());
        row.setPrefix(key.substring(0, SHOWN));
        row.setHash(Tokens.hash(key));
        row.setKind(wish.kind().code());
        row.setOrigins(origins(wish));
        row.setPermissions(Roles.codes(wish.permissions()));
        row.setScope(wish.scope().code());
        row.setOwner(wish.owner());
        row.setExpiresAt(wish.expiresAt());
        row.setCreatedBy(by.actor().toString());
        row.setCreatedAt(now);
        store.add(row);
        audit.add(
                by.actor(),
                "api-key.created",
                row.getId().toString(),
                Map.of("name", row.getName(), "permissions", List.of(row.getPermissions()), "scope", row.getScope()));
        return new NewKey(row.getId(), row.getName(), key);
    }

    private void check(Wish wish, Caller by) {
        var expiresAt = wish.expiresAt();
        if (wish.permissions().isEmpty()) {
            throw new Fault(AccessFault.FIELD_MISSING, "A key without any right can do nothing: choose at least one")
                    .with("field", "permissions");
        }
        for (Permission one : wish.permissions()) {
            if (!one.forPrograms()) throw leaveOut(one, "is for people only");
            if (!wish.scope().allows(one)) throw leaveOut(one, "is about everybody, and this key sees a part");
        }
        if (wish.scope() != RoleScope.ALL) {
            if (wish.owner() == null) {
                throw new Fault(AccessFault.FIELD_MISSING, "Say with whose eyes the key sees: choose somebody of us")
                        .with("field", "owner");
            }
            colleagues.requireGivable(wish.owner());
        }
        Roles.requireWithin(by, wish.permissions());
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw new Fault(AccessFault.FIELD_INVALID, "The key would have expired already: choose a later day")
                    .at("expiresAt", expiresAt);
        }
    }

    private static String[] origins(Wish wish) {
        return switch (wish.kind()) {
            case SERVER -> new String[0];
            case BROWSER -> BrowserKeys.origins(wish.origins()).toArray(String[]::new);
        };
    }

    private static Fault leaveOut(Permission right, String why) {
        return new Fault(
                        AccessFault.FIELD_INVALID,
                        "The right " + right.code() + " " + why + ": leave it out of the key")
                .at("permissions", right.code());
    }

    List<ApiKeyRecord> all() {
        return store.all();
    }

    @Transactional
    public void revoke(UUID id, Actor actor) {
        if (!store.revoke(id, clock.instant())) {
            throw new Fault(AccessFault.API_KEY_NOT_FOUND, "There is no API key " + id + ": look in the list of keys")
                    .at("id", id);
        }
        audit.add(actor, "api-key.revoked", id.toString(), Map.of());
    }

    /** @param origin the site that a browser says it asks from; a key for browsers counts on its own sites only */
    Optional<Caller> caller(String key, @Nullable String origin) {
        if (!key.startsWith(MARK)) return Optional.empty();
        var found = store.valid(Tokens.hash(key), clock.instant()).filter(row -> comesFrom(row, origin));
        found.ifPresent(row -> store.used(row, clock.instant()));
        return found.map(this::caller);
    }

    private static boolean comesFrom(ApiKeyRecord row, @Nullable String origin) {
        return KeyKind.of(row.getKind()) == KeyKind.SERVER
                || origin != null && List.of(row.getOrigins()).contains(origin);
    }

    private Caller caller(ApiKeyRecord row) {
        var owner = row.getOwner();
        var sight = owner == null ? Sight.WHOLE : teams.sight(owner, RoleScope.of(row.getScope()));
        return new Caller.Key(row.getId(), KeyKind.of(row.getKind()), Roles.known(row.getPermissions()), sight, owner);
    }

    /**
     * What a key shall be.
     *
     * @param permissions of a key for browsers always the same
     * @param owner with whose eyes it sees; null when it sees everything
     * @param origins the sites that a key for browsers works on
     * @param expiresAt from when on it is refused; null for never
     */
    record Wish(
            String name,
            KeyKind kind,
            Set<Permission> permissions,
            RoleScope scope,
            @Nullable UUID owner,
            List<String> origins,
            @Nullable Instant expiresAt) {
        Wish {
            if (kind == KeyKind.BROWSER) {
                permissions = BrowserKeys.PERMISSIONS;
                scope = RoleScope.ALL;
            }
            if (scope == RoleScope.ALL) owner = null;
        }
    }

    record NewKey(UUID id, String name, String key) {
        @Override
        public String toString() {
            return "NewKey[" + id + "]"; // never into a log
        }
    }
}
