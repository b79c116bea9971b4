package regulars.access;

import java.nio.file.Path;
import java.time.Instant;
import javax.sql.DataSource;
import org.jooq.JSONB;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import regulars.kernel.Actor;

/**
 * Gives an account a new password from the machine itself, whether the product runs or not. Whoever may run this owns
 * the data anyway; the password is shown on a terminal or kept in a file for one pair of eyes, and must be changed.
 */
public final class PasswordReset {
    private final DataSource database;
    private final OwnerPassword delivery;

    public PasswordReset(DataSource database, Path file) {
        this(database, new TerminalOrFile(file));
    }

    PasswordReset(DataSource database, OwnerPassword delivery) {
        this.database = database;
        this.delivery = delivery;
    }

    /**
     * False when nobody has this address. Ends every session of the account and removes its passkeys, for they may be an
     * intruder's; written down in the audit.
     *
     * @param withoutTotp whether the authenticator app goes too, for a phone that is lost
     */
    public boolean run(String email, boolean withoutTotp, Instant now) {
        var password = GeneratedPassword.next();
        var hash = new BCryptPasswordEncoder(SecurityWiring.BCRYPT_ROUNDS).encode(password);
        var account = DSL.using(database, SQLDialect.POSTGRES).transactionResult(configuration -> {
            var accounts = new AccountStore(configuration.dsl());
            var found = accounts.find(email);
            if (found.isEmpty()) return found;
            var id = found.get().getId();
            accounts.generatedPassword(id, hash);
            accounts.endSessions(id);
            int passkeys = new PasskeyStore(configuration.dsl()).removeAll(id);
            boolean removed = withoutTotp && new TotpStore(configuration.dsl()).remove(id);
            new AuditStore(configuration.dsl())
                    .add(
                            now,
                            Actor.SYSTEM.toString(),
                            "account.password-reset",
                            id.toString(),
                            JSONB.valueOf(
                                    "{\"passkeysRemoved\":" + passkeys + ",\"secondFactorRemoved\":" + removed + "}"),
                            null);
            return found;
        });
        account.ifPresent(found -> delivery.deliver(found.getEmail(), password));
        return account.isPresent();
    }
}
