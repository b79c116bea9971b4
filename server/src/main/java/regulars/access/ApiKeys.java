package regulars.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;
import schema.access.tables.records.ApiKeyRecord;

/** Keys for programs. A key is shown once; only its hash is kept, and being random it needs no slow one. */
@Service
class ApiKeys {
    private static final String MARK = "rk_";
    private static final int BYTES = 32;
    private static final int SHOWN = MARK.length() + 8;

    private final ApiKeyStore store;
    private final Audit audit;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(ApiKeyStore store, Audit audit, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public NewKey add(String name, Actor actor) {
        if (name.isBlank() || name.length() > 100) {
            throw new Fault(AccessFault.FIELD_INVALID, "The key needs a name of 1 to 100 characters")
                    .at("name", name.isBlank() ? "" : name.substring(0, 40) + "…");
        }
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var key = MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        var row = new ApiKeyRecord();
        row.setId(Ids.next(now));
        row.setName(name.strip());
        row.setPrefix(key.substring(0, SHOWN));
        row.setHash(hash(key));
        row.setCreatedBy(actor.toString());
        row.setCreatedAt(now);
        store.add(row);
        audit.add(actor, "api-key.created", row.getId().toString(), Map.of("name", row.getName()));
        return new NewKey(row.getId(), row.getName(), key);
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
        var found = store.valid(hash(key));
        found.ifPresent(row -> store.used(row, clock.instant()));
        return found.map(row -> new Caller.Key(row.getId()));
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    record NewKey(UUID id, String name, String key) {
        @Override
        public String toString() {
            return "NewKey[" + id + "]"; // never into a log
        }
    }
}
