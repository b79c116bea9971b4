package regulars.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.kernel.Fault;
import tools.jackson.databind.json.JsonMapper;

class OidcTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private static final URI BACK = URI.create("https://crm.example.com/signed-in");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final SettableClock clock = new SettableClock(NOW);
    private final AccountStore accounts = new AccountStore(POSTGRES.dsl());
    private final Audit audit = new Audit(
            new AuditStore(POSTGRES.dsl()), clock, JsonMapper.builder().build());
    private final OidcSignIns signIns = signIns("");
    private TestIssuer issuer;

    @BeforeEach
    void start() throws IOException {
        issuer = new TestIssuer(NOW);
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void believesAFreshTokenOfItsIssuerForThisAttempt() {
        var identity = redeem();

        assertThat(identity.subject()).isEqualTo("subject-7");
        assertThat(identity.email()).isEqualTo("olena@example.com");
        assertThat(identity.issuer()).isEqualTo(issuer.issuer());
    }

    @Test
    void refusesATokenThatLies() {
        assertThat(lying("iss", "https://other.example.com")).isEqualTo("OIDC_REFUSED");
        assertThat(lying("aud", "another client")).isEqualTo("OIDC_REFUSED");
        assertThat(lying("azp", "another client")).isEqualTo("OIDC_REFUSED");
        assertThat(lying("nonce", "of another attempt")).isEqualTo("OIDC_REFUSED");
        assertThat(lying("exp", NOW.minusSeconds(120).getEpochSecond())).isEqualTo("OIDC_REFUSED");
        issuer.foreignKey = true;
        assertThat(fault(this::redeem)).isEqualTo("OIDC_REFUSED");
        issuer.foreignKey = false;

        assertThat(fault(this::redeem)).isEmpty(); // the positive control
    }

    @Test
    void refusesAnIssuerThatCallsItselfOtherwise() {
        issuer.alsoCalled = "https://other.example.com";

        assertThat(fault(this::redeem)).isEqualTo("OIDC_REFUSED");
    }

    @Test
    void saysWhatIsWrongWithTheProvider() {
        assertThat(looked(issuer.issuer())).isEqualTo("WORKS null");
        assertThat(looked("")).isEqualTo("NOT_CONFIGURED null");
        assertThat(looked("no address")).startsWith("ADDRESS_WRONG");
        assertThat(looked(issuer.issuer() + "/elsewhere")).startsWith("ANSWERED 404, ");
        issuer.alsoCalled = "https://other.example.com";
        assertThat(looked(issuer.issuer())).isEqualTo("OTHER_ISSUER https://other.example.com");
        var gone = issuer.issuer();
        issuer.close();
        assertThat(looked(gone)).startsWith("UNREACHABLE " + gone);
    }

    private static String looked(String named) {
        var check = new OidcInspection(named).check();
        return check.outcome() + " " + check.said();
    }

    @Test
    void refusesACodeWithoutItsVerifierAndACodeUsedTwice() {
        var provider = provider();
        var attempt = OidcAttempt.begin(NOW.plusSeconds(60));
        var stolen = issuer.signIn(provider.authorization(attempt, BACK));
        var other = OidcAttempt.begin(NOW.plusSeconds(60));
        assertThat(fault(() -> provider.redeem(stolen, other, BACK))).isEqualTo("OIDC_REFUSED");

        var own = issuer.signIn(provider.authorization(attempt, BACK));
        assertThat(fault(() -> provider.redeem(own, attempt, BACK))).isEmpty();
        assertThat(fault(() -> provider.redeem(own, attempt, BACK))).isEqualTo("OIDC_REFUSED");
    }

    @Test
    void knowsSomebodyByTheVerifiedAddressFirstAndByTheSubjectFromThenOn() {
        var account = UUID.randomUUID();
        accounts.add(account, new NewAccount("olena@example.com", "Olena", "none", "viewer", "uk"), NOW);
        issuer.lies.put("email_verified", false);
        assertThat(fault(() -> signIns.signIn(redeem()))).isEqualTo("OIDC_UNKNOWN_USER");
        issuer.lies.clear();

        assertThat(signIns.signIn(redeem())).isEqualTo(account);
        issuer.lies.put("email", "olena.married@example.com");
        assertThat(signIns.signIn(redeem())).isEqualTo(account);
        issuer.lies.putAll(Map.of("sub", "subject-8", "email", "nobody@example.com"));
        assertThat(fault(() -> signIns.signIn(redeem()))).isEqualTo("OIDC_UNKNOWN_USER");
        issuer.lies.clear();
        accounts.deactivated(account, NOW);
        assertThat(fault(() -> signIns.signIn(redeem()))).isEqualTo("OIDC_UNKNOWN_USER");
    }

    @Test
    void letsInWhoeverTheIssuerVouchesForWhereARoleIsNamedForThem() {
        issuer.lies.putAll(Map.of("sub", "subject-9", "email", "taras@example.com"));

        assertThat(fault(() -> signIns("no such role").signIn(redeem()))).isEqualTo("OIDC_UNKNOWN_USER");
        var taras = signIns("viewer").signIn(redeem());

        assertThat(accounts.find(taras).orElseThrow().getRole()).isEqualTo("viewer");
        issuer.lies.putAll(Map.of("sub", "subject-10", "email_verified", false));
        assertThat(fault(() -> signIns("viewer").signIn(redeem()))).isEqualTo("OIDC_UNKNOWN_USER");
    }

    @Test
    void keepsAnAttemptAsItWas() {
        var attempt = OidcAttempt.begin(NOW);

        assertThat(OidcAttempt.read(attempt.written())).isEqualTo(attempt);
        assertThat(List.of(attempt.state(), attempt.nonce(), attempt.verifier()))
                .doesNotHaveDuplicates();
    }

    private OidcSignIns signIns(String newcomers) {
        var dsl = POSTGRES.dsl();
        return new OidcSignIns(new OidcStore(dsl), accounts, new RoleStore(dsl), newcomers, audit, clock);
    }

    private String lying(String claim, Object value) {
        issuer.lies.put(claim, value);
        var code = fault(this::redeem);
        issuer.lies.clear();
        return code;
    }

    private OidcIdentity redeem() {
        var provider = provider();
        var attempt = OidcAttempt.begin(NOW.plusSeconds(60));
        return provider.redeem(issuer.signIn(provider.authorization(attempt, BACK)), attempt, BACK);
    }

    private OidcProvider provider() {
        return new OidcProvider(
                issuer.issuer(),
                TestIssuer.CLIENT,
                TestIssuer.SECRET,
                "Company",
                JsonMapper.builder().build(),
                clock);
    }

    private static String fault(Runnable deed) {
        var fault = catchThrowableOfType(Fault.class, deed::run);
        return fault == null ? "" : fault.code().name();
    }
}
