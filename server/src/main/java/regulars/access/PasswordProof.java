package regulars.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import regulars.kernel.Actor;
import regulars.kernel.Fault;

/**
 * Asks somebody who is signed in for their password once more, so that whoever finds an open screen or steals a session
 * gets no further; slower with each failure, as at sign-in. What it counts stays, whatever becomes of the request.
 */
@Service
class PasswordProof {
    private final AccountStore accounts;
    private final SignInStore attempts;
    private final Passwords passwords;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate apart;

    PasswordProof(
            AccountStore accounts,
            SignInStore attempts,
            Passwords passwords,
            Audit audit,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Passes with the account's password only.
     *
     * @param field of the request that holds it
     * @throws Fault {@link AccessFault#PASSWORD_WRONG}, {@link AccessFault#SIGN_IN_SLOWED}
     */
    void require(UUID account, String password, String field) {
        var key = ("account " + account).getBytes(StandardCharsets.UTF_8);
        var now = clock.instant();
        boolean looked = Boolean.TRUE.equals(apart.execute(status -> attempts.begin(key, now)));
        if (!looked) {
            var until = attempts.slowedUntil(key).orElse(now.plusSeconds(1));
            throw SignIns.slowed(Duration.between(now, until));
        }
        var hash = accounts.find(account).orElseThrow().getPasswordHash();
        if (passwords.matches(password, hash)) {
            apart.executeWithoutResult(status -> attempts.succeeded(key));
            return;
        }
        var id = account.toString();
        apart.executeWithoutResult(
                status -> audit.add(new Actor("user", id), "account.password-refused", id, Map.of()));
        throw new Fault(AccessFault.PASSWORD_WRONG, "The current password is not right: enter the one you use now")
                .with("field", field);
    }
}
