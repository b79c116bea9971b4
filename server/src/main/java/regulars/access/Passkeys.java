package regulars.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;
import schema.access.tables.records.PasskeyRecord;

/** Keys that live in people's devices, unlocked by a finger, a face or a PIN: in place of password and code alike. */
@Service
class Passkeys {
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int NAME_AT_MOST = 100;
    private static final int MOST = 20;

    private final PasskeyStore store;
    private final AccountStore accounts;
    private final PasskeyProof proof;
    private final Audit audit;
    private final InstantSource clock;

    Passkeys(PasskeyStore store, AccountStore accounts, ServerAddress address, Audit audit, InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.proof = new PasskeyProof(address.publicUrl());
        this.audit = audit;
        this.clock = clock;
    }

    String relyingParty() {
        return proof.relyingParty();
    }

    List<PasskeyRecord> of(UUID account) {
        return store.of(account);
    }

    /** @param challenge that the device was asked with */
    @Transactional
    public PasskeyRecord add(UUID account, NewPasskey made, byte[] challenge) {
        if (store.of(account).size() >= MOST) {
            throw new Fault(AccessFault.FIELD_INVALID, MOST + " passkeys are enough for one person: remove one first")
                    .with("field", "name");
        }
        var credential = bytes(made.credential());
        var key = bytes(made.publicKey());
        long count = proof.made(
                credential,
                key,
                made.algorithm(),
                bytes(made.clientData()),
                bytes(made.authenticatorData()),
                challenge);
        var now = clock.instant();
        var row = new PasskeyRecord();
        row.setId(Ids.next(now));
        row.setAccount(account);
        row.setCredential(credential);
        row.setPublicKey(key);
        row.setAlgorithm(made.algorithm());
        row.setSignCount(count);
        row.setName(named(made.name()));
        row.setCreatedAt(now);
        if (!store.use(challenge, now) || !store.add(row)) throw PasskeyProof.refused("it is known already");
        said("account.passkey-added", account, row.getName());
        return row;
    }

    /** The account of whoever holds the key. */
    @Transactional
    public UUID signIn(PasskeyAnswer given, byte[] challenge) {
        var now = clock.instant();
        var kept =
                store.find(bytes(given.credential())).orElseThrow(() -> PasskeyProof.refused("it is not known here"));
        long count = proof.used(
                kept, bytes(given.clientData()), bytes(given.authenticatorData()), bytes(given.signature()), challenge);
        if (!store.use(challenge, now)) throw PasskeyProof.refused("it was used already");
        var account = accounts.find(kept.account())
                .filter(row -> row.getDeactivatedAt() == null)
                .orElseThrow(() -> PasskeyProof.refused("the account is closed"));
        store.used(kept.id(), count, now);
        accounts.signedIn(account.getId(), now);
        var id = account.getId().toString();
        audit.add(new Actor("user", id), "session.started", id, Map.of("by", "passkey"));
        return account.getId();
    }

    @Transactional
    public void rename(UUID account, UUID id, String name) {
        if (!store.rename(account, id, named(name))) throw missing(id);
        said("account.passkey-renamed", account, named(name));
    }

    @Transactional
    public void remove(UUID account, UUID id) {
        if (!store.remove(account, id)) throw missing(id);
        said("account.passkey-removed", account, id.toString());
    }

    /** How many each account has; those without any are left out. */
    Map<UUID, Integer> counts() {
        return store.counts();
    }

    /** All of somebody's, for a device that was lost or for somebody who should not get in by it any more. */
    @Transactional
    public void removeOf(UUID account, Actor by) {
        int removed = store.removeAll(account);
        if (removed > 0) audit.add(by, "account.passkey-removed", account.toString(), Map.of("passkeys", removed));
    }

    void forgetOld() {
        store.forget(clock.instant().minus(PATIENCE.multipliedBy(2)));
    }

    private void said(String action, UUID account, String passkey) {
        audit.add(new Actor("user", account.toString()), action, account.toString(), Map.of("passkey", passkey));
    }

    private static byte[] bytes(String given) {
        try {
            return Base64.getUrlDecoder().decode(given);
        } catch (IllegalArgumentException e) {
            throw PasskeyProof.refused("it cannot be read");
        }
    }

    private static String named(String name) {
        var said = name.strip();
        if (!said.isEmpty() && said.length() <= NAME_AT_MOST) return said;
        throw new Fault(
                        AccessFault.FIELD_INVALID,
                        "The passkey needs a name of 1 to " + NAME_AT_MOST + " characters: shorten or write one")
                .at("name", said);
    }

    private static Fault missing(UUID id) {
        return new Fault(AccessFault.PASSKEY_NOT_FOUND, "You have no passkey " + id + ": reload the page");
    }

    /**
     * What the browser says of a key it had made; bytes in base64url.
     *
     * @param publicKey as SubjectPublicKeyInfo
     * @param algorithm its COSE number
     */
    record NewPasskey(
            String name,
            String credential,
            String publicKey,
            int algorithm,
            String clientData,
            String authenticatorData) {}

    /** What the device signed; bytes in base64url. */
    record PasskeyAnswer(String credential, String clientData, String authenticatorData, String signature) {
        @Override
        public String toString() {
            return "PasskeyAnswer[...]"; // never into a log
        }
    }
}
