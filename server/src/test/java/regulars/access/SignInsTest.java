package regulars.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.kernel.Fault;
import tools.jackson.databind.json.JsonMapper;

class SignInsTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private static final String ADDRESS = "192.0.2.1";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final PasswordEncoder encoder = new BCryptPasswordEncoder(4);
    private final AccountStore accounts = new AccountStore(POSTGRES.dsl());
    private final SignInStore store = new SignInStore(POSTGRES.dsl());
    private final Secrets secrets = new Secrets(new SecretStore(POSTGRES.dsl()));
    private final Audit audit = new Audit(
            new AuditStore(POSTGRES.dsl()), clock, JsonMapper.builder().build());
    private final String email = "p" + UUID.randomUUID() + "@example.com";
    private SignIns signIns;

    @BeforeEach
    void anAccount() {
        accounts.addOwner(UUID.randomUUID(), email, encoder.encode("right"), clock.instant());
        signIns = fresh();
    }

    @Test
    void slowsAnAccountMoreWithEachFailure() {
        for (int attempt = 0; attempt < SignInStore.FREE; attempt++)
            assertThat(refusal("wrong")).isEqualTo("SIGN_IN_REFUSED");
        assertThat(refusal("wrong")).isEqualTo("SIGN_IN_REFUSED"); // from here on slowed
        assertThat(refusal("wrong")).isEqualTo("SIGN_IN_SLOWED");

        clock.advance(Duration.ofSeconds(2));
        assertThat(refusal("wrong")).isEqualTo("SIGN_IN_REFUSED");
        clock.advance(Duration.ofSeconds(2));
        assertThat(refusal("wrong")).isEqualTo("SIGN_IN_SLOWED");
        clock.advance(Duration.ofSeconds(2));
        assertThat(refusal("wrong")).isEqualTo("SIGN_IN_REFUSED");
    }

    @Test
    void doesNotLookAtTheRightPasswordWhileSlowedAndForgetsAtSuccess() {
        for (int attempt = 0; attempt <= SignInStore.FREE; attempt++) refusal("wrong");

        var slowed = catchThrowableOfType(Fault.class, () -> signIns.signIn(email, "right", null, ADDRESS));
        assertThat(slowed.code()).isEqualTo(AccessFault.SIGN_IN_SLOWED);
        assertThat(slowed.params()).containsEntry("retryAfterSeconds", 2L);

        clock.advance(Duration.ofSeconds(2));
        assertThat(signIns.signIn(email, "right", null, ADDRESS).getEmail()).isEqualTo(email);
        assertThat(refusal("wrong")).isEqualTo("SIGN_IN_REFUSED");
        assertThat(refusal("wrong")).isEqualTo("SIGN_IN_REFUSED");
    }

    @Test
    void remembersAnAccountsFailuresThroughARestart() {
        for (int attempt = 0; attempt <= SignInStore.FREE; attempt++) refusal("wrong");

        signIns = fresh();

        assertThat(refusal("right")).isEqualTo("SIGN_IN_SLOWED");
    }

    @Test
    void slowsAnAddressThatTriesManyAccounts() {
        for (int attempt = 0; attempt < 21; attempt++) refusal(attempt + "@example.com", "wrong");

        assertThat(refusal("another@example.com", "wrong")).isEqualTo("SIGN_IN_SLOWED");
        assertThat(signIns.signIn(email, "right", null, "192.0.2.2").getEmail()).isEqualTo(email);
    }

    /** An attacker has an account of their own. */
    @Test
    void aSuccessDoesNotForgetTheFailuresOfItsAddressButTimeDoes() {
        for (int attempt = 0; attempt < 21; attempt++) refusal(attempt + "@example.com", "wrong");
        clock.advance(Duration.ofSeconds(3));
        assertThat(signIns.signIn(email, "right", null, ADDRESS).getEmail()).isEqualTo(email);

        assertThat(refusal("next@example.com", "wrong")).isEqualTo("SIGN_IN_REFUSED");
        assertThat(refusal("over-next@example.com", "wrong")).isEqualTo("SIGN_IN_SLOWED");
        clock.advance(Duration.ofMinutes(30));
        for (int attempt = 0; attempt < 20; attempt++) {
            assertThat(refusal(attempt + "@example.org", "wrong")).isEqualTo("SIGN_IN_REFUSED");
        }
    }

    private String refusal(String password) {
        return refusal(email, password);
    }

    private String refusal(String who, String password) {
        var fault = catchThrowableOfType(Fault.class, () -> signIns.signIn(who, password, null, ADDRESS));
        return fault.code().name();
    }

    private SignIns fresh() {
        var proof = new PasswordProof(
                accounts,
                store,
                new Passwords(encoder),
                audit,
                clock,
                new JdbcTransactionManager(POSTGRES.dataSource()));
        var factors = new SecondFactors(new TotpStore(POSTGRES.dsl()), accounts, proof, secrets, audit, clock);
        return new SignIns(accounts, store, encoder, factors, secrets, audit, clock);
    }
}
