package regulars.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import schema.access.tables.records.TotpRecord;

/** Codes of an authenticator app beside the password, and recovery codes for a lost phone. */
@Service
class SecondFactors {
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;

    private final TotpStore store;
    private final AccountStore accounts;
    private final PasswordProof proof;
    private final Secrets secrets;
    private final Audit audit;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(
            TotpStore store,
            AccountStore accounts,
            PasswordProof proof,
            Secrets secrets,
            Audit audit,
            InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.proof = proof;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    boolean has(UUID account) {
        return store.find(account).map(TotpRecord::getConfirmedAt).isPresent();
    }

    /** The accounts that have one. */
    Set<UUID> all() {
        return store.accounts();
    }

    @Transactional
    public Begun begin(UUID account, String password) {
        proof.require(account, password, "password");
        if (has(account)) {
            throw new Fault(AccessFault.SECOND_FACTOR_SET, "The account has an authenticator app: remove it first");
        }
        var secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        store.begin(account, box().seal(secret), clock.instant());
        var text = Totp.base32(secret);
        var email = accounts.find(account).orElseThrow().getEmail();
        return new Begun(
                text,
                "otpauth://totp/" + encoded("Regulars:" + email) + "?secret=" + text + "&issuer="
                        + encoded("Regulars"));
    }

    /** The recovery codes, shown this once. */
    @Transactional
    public List<String> confirm(UUID account, String code) {
        var begun = store.find(account)
                .filter(row -> row.getConfirmedAt() == null)
                .orElseThrow(() -> new Fault(
                        AccessFault.SECOND_FACTOR_NOT_BEGUN, "Nothing is to be confirmed: begin with the QR code"));
        if (!usesCode(begun, code)) {
            throw new Fault(
                            AccessFault.SECOND_FACTOR_WRONG,
                            "The code does not fit: look at the app again, and check that the phone's clock is right")
                    .with("field", "code");
        }
        var codes =
                IntStream.range(0, RECOVERY_CODES).mapToObj(n -> recoveryCode()).toList();
        store.confirm(
                account, clock.instant(), codes.stream().map(this::recoveryHash).toList());
        audit.add(new Actor("user", account.toString()), "account.second-factor-set", account.toString(), Map.of());
        return codes;
    }

    @Transactional
    public void remove(UUID account, String password) {
        proof.require(account, password, "password");
        removeOf(account, new Actor("user", account.toString()));
    }

    /** For somebody who lost the phone and the recovery codes. */
    void removeOf(UUID account, Actor by) {
        if (store.remove(account)) audit.add(by, "account.second-factor-removed", account.toString(), Map.of());
    }

    /** Whether sign-in may go on: true where there is no second factor. A code works once. */
    boolean passes(UUID account, @Nullable String code) {
        var set = store.find(account).filter(row -> row.getConfirmedAt() != null);
        if (set.isEmpty()) return true;
        if (code == null) {
            throw new Fault(
                    AccessFault.SECOND_FACTOR_NEEDED, "A code of your authenticator app is needed: send it along");
        }
        return usesCode(set.get(), code) || store.useRecovery(account, recoveryHash(code));
    }

    private boolean usesCode(TotpRecord row, String code) {
        var secret = box().open(row.getSecret());
        var step = Totp.matching(secret, code.replace(" ", ""), clock.instant(), row.getLastStep());
        return step.isPresent() && store.use(row.getAccount(), step.getAsLong());
    }

    private String recoveryCode() {
        var bytes = new byte[RECOVERY_BYTES];
        random.nextBytes(bytes);
        var text = Totp.base32(bytes).toLowerCase(Locale.ROOT);
        return text.substring(0, 8) + "-" + text.substring(8);
    }

    private byte[] recoveryHash(String code) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secrets.key("recovery codes"), "HmacSHA256"));
            return mac.doFinal(
                    code.strip().toLowerCase(Locale.ROOT).replace("-", "").getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HmacSHA256", e);
        }
    }

    private SecretBox box() {
        return new SecretBox(secrets.key("totp"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * @param secret to type where no camera is at hand
     * @param uri what the QR code says
     */
    record Begun(String secret, String uri) {
        @Override
        public String toString() {
            return "Begun[...]"; // never into a log
        }
    }
}
