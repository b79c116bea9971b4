package regulars.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import regulars.TestPostgres;

class PasswordResetTest {
    private static final Instant NOW = Instant.parse("2026-10-01T10:00:00Z");

    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private final List<String> delivered = new ArrayList<>();
    private final PasswordReset reset = new PasswordReset(POSTGRES.dataSource(), (email, password) -> {
        delivered.add(email);
        delivered.add(password);
    });

    @Test
    void replacesThePasswordEndsEverySessionAndIsWrittenDown() {
        var accounts = new AccountStore(POSTGRES.dsl());
        var ann = new UUID(0, 1);
        var bob = new UUID(0, 2);
        accounts.addOwner(ann, "Ann@example.com", "old", NOW);
        accounts.addOwner(bob, "bob@example.com", "old", NOW);
        accounts.password(ann, "old");
        for (var id : List.of(ann, bob)) session(id);

        assertThat(reset.run("ann@EXAMPLE.com ", false, NOW)).isTrue();

        var found = accounts.find(ann).orElseThrow();
        assertThat(delivered.getFirst()).isEqualTo("Ann@example.com");
        assertThat(new BCryptPasswordEncoder().matches(delivered.getLast(), found.getPasswordHash()))
                .isTrue();
        assertThat(found.getMustChangePassword()).isTrue();
        assertThat(accounts.find(bob).orElseThrow().getPasswordHash()).isEqualTo("old");
        assertThat(values("select principal_name from access.spring_session")).containsExactly(bob.toString());
        assertThat(values(
                        "select actor || ' ' || subject from access.audit_entry where action = 'account.password-reset'"
                                + " and subject = '" + ann + "'"))
                .containsExactly("system:regulars " + ann);
        assertThat(values("select details::text from access.audit_entry").toString())
                .doesNotContain(delivered.getLast());
    }

    @Test
    void takesTheAuthenticatorAppAwayOnlyWhenAsked() {
        var store = new TotpStore(POSTGRES.dsl());
        var cyd = new UUID(0, 3);
        new AccountStore(POSTGRES.dsl()).addOwner(cyd, "cyd@example.com", "old", NOW);
        store.begin(cyd, new byte[] {1}, NOW);
        store.confirm(cyd, NOW, List.of(new byte[] {2}));

        reset.run("cyd@example.com", false, NOW);
        assertThat(store.accounts()).contains(cyd);
        reset.run("cyd@example.com", true, NOW);
        assertThat(store.accounts()).doesNotContain(cyd);
        assertThat(values(
                        "select details::text from access.audit_entry where subject = '" + cyd + "' order by id desc"))
                .first()
                .asString()
                .isEqualTo("{\"passkeysRemoved\": 0, \"secondFactorRemoved\": true}");
    }

    /** It may be an intruder's: whoever resets the password wants them out. */
    @Test
    void removesEveryPasskey() {
        var dan = new UUID(0, 4);
        new AccountStore(POSTGRES.dsl()).addOwner(dan, "dan@example.com", "old", NOW);
        POSTGRES.dsl()
                .execute(
                        "insert into access.passkey (id, account, credential, public_key, algorithm, sign_count, name, created_at)"
                                + " values (?, ?, '\\x01', '\\x02', -7, 0, 'key', ?::timestamptz)",
                        dan,
                        dan,
                        NOW.toString());

        reset.run("dan@example.com", false, NOW);

        assertThat(new PasskeyStore(POSTGRES.dsl()).of(dan)).isEmpty();
    }

    @Test
    void saysSoWhenNobodyHasTheAddress() {
        assertThat(reset.run("nobody@example.com", true, NOW)).isFalse();
        assertThat(delivered).isEmpty();
    }

    private static void session(UUID account) {
        POSTGRES.dsl()
                .execute(
                        "insert into access.spring_session values (?, ?, 0, 0, 100, 9999999999999, ?)",
                        account.toString(),
                        account.toString(),
                        account.toString());
    }

    private static List<String> values(String sql) {
        return POSTGRES.dsl().fetch(sql).getValues(0, String.class);
    }
}
