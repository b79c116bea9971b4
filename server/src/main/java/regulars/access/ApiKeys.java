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
import schema.access.tables.records.ApiKeyRecord;

/** Keys for programs. A key is shown once; only its hash is kept, and being random it needs no slow one. */
@Service
class ApiKeys {
    private static final String MARK = "rk_";
    private static final int SHOWN = MARK.length() + 8;

    private final ApiKeyStore store;
    private final Audit audit;
    private final InstantSource clock;

    ApiKeys(ApiKeyStore store, Audit audit, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public NewKey add(String name, Set<Permission> permissions, @Nullable Instant expiresAt, Caller by) {
        if (name.isBlank() || name.length() > 100) {
            throw new Fault(AccessFault.FIELD_INVALID, "The key needs a name of 1 to 100 characters")
                    .at("name", name.isBlank() ? "" : name.substring(0, 40) + "…");
        }
        check(permissions, expiresAt, by);
        var key = MARK + Tokens.fresh();
        var now = clock.instant();
        var row = new ApiKeyRecord();
        row.setId(Ids.next(now));
        row.setName(name.strip());
        row.setPrefix(key.substring(0, SHOWN));
        row.setHash(Tokens.hash(key));
        row.setPermissions(Roles.codes(permissions));
        row.setExpiresAt(expiresAt);
        row.setCreatedBy(by.actor().toString());
        row.setCreatedAt(now);
        store.add(row);
        audit.add(
                by.actor(),
                "api-key.created",
                row.getId().toString(),
                Map.of("name", row.getName(), "permissions", List.of(row.getPermissions())));
        return new NewKey(row.getId(), row.getName(), key);
    }

    private void check(Set<Permission> permissions, @Nullable Instant expiresAt, Caller by) {
        if (permissions.isEmpty()) {
            throw new Fault(AccessFault.FIELD_MISSING, "A key without any right can do nothing: choose at least one")
                    .with("field", "permissions");
        }
        for (Permission one : permissions) {
            if (one.forPrograms()) continue;
            throw new Fault(
                            AccessFault.FIELD_INVALID,
                            "The right " + one.code() + " is for people only: leave it out of the key")
                    .at("permissions", one.code());
        }
        Roles.requireWithin(by, permissions);
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw new Fault(AccessFault.FIELD_INVALID, "The key would have expired already: choose a later day")
                    .at("expiresAt", expiresAt);
        }
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

    Optional<Caller> caller(String key) {
        if (!key.startsWith(MARK)) return Optional.empty();
        var found = store.valid(Tokens.hash(key), clock.instant());
        found.ifPresent(row -> store.used(row, clock.instant()));
        return found.map(row -> new Caller.Key(row.getId(), Roles.known(row.getPermissions())));
    }

    record NewKey(UUID id, String name, String key) {
        @Override
        public String toString() {
            return "NewKey[" + id + "]"; // never into a log
        }
    }
}
