package regulars.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static schema.access.Tables.RECOVERY_CODE;
import static schema.access.Tables.TOTP;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.kernel.Fault;
import tools.jackson.databind.json.JsonMapper;

class SecondFactorsTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(4);
    private final AccountStore accounts = new AccountStore(POSTGRES.dsl());
    private final Secrets secrets = new Secrets(new SecretStore(POSTGRES.dsl()));
    private final Audit audit = new Audit(
            new AuditStore(POSTGRES.dsl()), clock, JsonMapper.builder().build());
    private final SecondFactors factors = new SecondFactors(
            new TotpStore(POSTGRES.dsl()),
            accounts,
            new PasswordProof(
                    accounts,
                    new SignInStore(POSTGRES.dsl()),
                    new Passwords(encoder),
                    audit,
                    clock,
                    new JdbcTransactionManager(POSTGRES.dataSource())),
            secrets,
            audit,
            clock);
    private final SignIns signIns =
            new SignIns(accounts, new SignInStore(POSTGRES.dsl()), encoder, factors, secrets, audit, clock);
    private final UUID account = UUID.randomUUID();
    private final String email = account + "@example.com";

    @BeforeEach
    void anAccount() {
        accounts.addOwner(account, email, encoder.encode("right"), clock.instant());
    }

    @Test
    void asksSlowerForThePasswordOfSomebodySignedInWithEachFailure() {
        for (int attempt = 0; attempt < SignInStore.FREE + 1; attempt++) {
            assertThatThrownBy(() -> factors.begin(account, "wrong"))
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.code()).isEqualTo(AccessFault.PASSWORD_WRONG));
        }

        assertThatThrownBy(() -> factors.begin(account, "right"))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(AccessFault.SIGN_IN_SLOWED));
        clock.advance(Duration.ofMinutes(5));
        assertThat(factors.begin(account, "right").secret()).isNotEmpty();
    }

    @Test
    void asksForACodeOnceItWasConfirmedAndTakesEachOnce() {
        var secret = begin();
        assertThat(signIn(null)).isEqualTo("in"); // begun is not set
        factors.confirm(account, code(secret));

        assertThat(signIn(null)).isEqualTo("SECOND_FACTOR_NEEDED");
        assertThat(signIn(code(secret))).isEqualTo("SECOND_FACTOR_REFUSED"); // used when it was confirmed
        clock.advance(Duration.ofSeconds(30));
        assertThat(signIn(code(secret))).isEqualTo("in");
        assertThat(signIn(code(secret))).isEqualTo("SECOND_FACTOR_REFUSED");
        clock.advance(Duration.ofSeconds(30));
        assertThat(signIn(code(secret))).isEqualTo("in");
    }

    @Test
    void takesARecoveryCodeOnce() {
        var codes = set();

        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(signIn(codes.getFirst().toUpperCase(java.util.Locale.ROOT))).isEqualTo("in");
        assertThat(signIn(codes.getFirst())).isEqualTo("SECOND_FACTOR_REFUSED");
        assertThat(signIn(codes.getLast())).isEqualTo("in");
    }

    @Test
    void slowsWhoeverGuessesCodesAndDoesNotForgetWhenTheyAskAnew() {
        set();
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThat(signIn("000000")).isEqualTo("SECOND_FACTOR_REFUSED");
            assertThat(signIn(null)).isEqualTo("SECOND_FACTOR_NEEDED");
        }
        assertThat(signIn("000000")).isEqualTo("SECOND_FACTOR_REFUSED");

        assertThat(signIn("000000")).isEqualTo("SIGN_IN_SLOWED");
    }

    @Test
    void keepsNeitherTheSecretNorACodeReadable() {
        var secret = begin();
        var codes = factors.confirm(account, code(secret));
        var rows = POSTGRES.dsl().selectFrom(TOTP).fetch().formatJSON()
                + POSTGRES.dsl().selectFrom(RECOVERY_CODE).fetch().formatJSON();

        assertThat(rows).doesNotContain(java.util.Base64.getEncoder().encodeToString(secret));
        assertThat(rows).doesNotContain(codes);
    }

    @Test
    void wantsThePasswordForEveryChange() {
        assertThat(fault(() -> factors.begin(account, "wrong"))).isEqualTo("PASSWORD_WRONG");
        set();
        assertThat(fault(() -> factors.begin(account, "right"))).isEqualTo("SECOND_FACTOR_SET");
        assertThat(fault(() -> factors.remove(account, "wrong"))).isEqualTo("PASSWORD_WRONG");
        factors.remove(account, "right");

        assertThat(signIn(null)).isEqualTo("in");
        assertThat(fault(() -> factors.confirm(account, "000000"))).isEqualTo("SECOND_FACTOR_NOT_BEGUN");
    }

    private List<String> set() {
        return factors.confirm(account, code(begin()));
    }

    private byte[] begin() {
        return decoded(factors.begin(account, "right").secret());
    }

    private String code(byte[] secret) {
        return Totp.code(secret, Totp.step(clock.instant()));
    }

    private String signIn(@Nullable String code) {
        var refused = fault(() -> signIns.signIn(email, "right", code, "192.0.2.1"));
        return refused.isEmpty() ? "in" : refused;
    }

    private static String fault(Runnable deed) {
        var fault = catchThrowableOfType(Fault.class, deed::run);
        return fault == null ? "" : fault.code().name();
    }

    private static byte[] decoded(String base32) {
        var bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char letter : base32.toCharArray()) {
            held = (held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)) & 0xfff;
            bits += 5;
            if (bits >= 8) bytes.write(held >> (bits -= 8));
        }
        return bytes.toByteArray();
    }
}
