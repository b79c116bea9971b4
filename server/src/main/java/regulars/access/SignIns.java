package regulars.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import schema.access.tables.records.AccountRecord;

/**
 * Checks a password, slower with each failure by account and by client address. An unknown address is answered as a
 * known one with a wrong password, in words and in time.
 */
@Service
class SignIns {
    private final AccountStore accounts;
    private final SignInStore store;
    private final PasswordEncoder encoder;
    private final SecondFactors factors;
    private final Secrets secrets;
    private final Audit audit;
    private final InstantSource clock;
    private final AddressBackOff addresses = new AddressBackOff();
    private final String nobodysHash;

    SignIns(
            AccountStore accounts,
            SignInStore store,
            PasswordEncoder encoder,
            SecondFactors factors,
            Secrets secrets,
            Audit audit,
            InstantSource clock) {
        this.accounts = accounts;
        this.store = store;
        this.encoder = encoder;
        this.factors = factors;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
        this.nobodysHash = encoder.encode("nobody's password");
    }

    AccountRecord signIn(String email, String password, @Nullable String code, String address) {
        var now = clock.instant();
        var emailHash = hash(email);
        refuseBefore(addresses.slowedUntil(address), now);
        if (!store.begin(emailHash, now)) {
            refuseBefore(store.slowedUntil(emailHash).orElse(now.plusSeconds(1)), now);
        }
        var account = accounts.find(email).filter(one -> one.getDeactivatedAt() == null);
        var right = encoder.matches(
                password, account.map(AccountRecord::getPasswordHash).orElse(nobodysHash));
        if (account.isEmpty() || !right) {
            refused(account.map(AccountRecord::getId).map(Object::toString).orElse("unknown"), address, now);
            throw new Fault(AccessFault.SIGN_IN_REFUSED, "The e-mail address or the password is not right: try again");
        }
        if (!factors.passes(account.get().getId(), code)) {
            refused(account.get().getId().toString(), address, now);
            throw new Fault(
                    AccessFault.SECOND_FACTOR_REFUSED,
                    "The code is wrong or was used: wait for the next one, or use a recovery code");
        }
        store.succeeded(emailHash);
        accounts.signedIn(account.get().getId(), now);
        var id = account.get().getId().toString();
        audit.add(new Actor("user", id), "session.started", id, Map.of());
        return account.get();
    }

    boolean asksForACode(UUID account) {
        return factors.has(account);
    }

    private void refused(String account, String address, Instant now) {
        addresses.failed(address, now);
        audit.add(Actor.SYSTEM, "session.refused", account, Map.of());
    }

    void forgetOld() {
        store.forget(clock.instant().minus(Duration.ofDays(1)));
    }

    private static void refuseBefore(Instant until, Instant now) {
        if (until.isAfter(now)) throw slowed(Duration.between(now, until));
    }

    static Fault slowed(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return new Fault(
                        AccessFault.SIGN_IN_SLOWED,
                        "Too many failed attempts: the next one is looked at in " + seconds + " s")
                .with("retryAfterSeconds", seconds);
    }

    private byte[] hash(String email) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secrets.key("sign-in"), "HmacSHA256"));
            return mac.doFinal(email.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HmacSHA256", e);
        }
    }
}
