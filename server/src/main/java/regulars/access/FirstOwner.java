package regulars.access;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the owner at the first start, before the first request, with a password nobody chose. */
@Component
class FirstOwner implements SmartInitializingSingleton {
    /** Without letters and digits that look alike. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 20;

    private final Accounts accounts;
    private final OwnerPassword delivery;
    private final String email;

    FirstOwner(Accounts accounts, OwnerPassword delivery, @Value("${REGULARS_OWNER:owner@localhost}") String email) {
        this.accounts = accounts;
        this.delivery = delivery;
        this.email = email;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!accounts.none()) return;
        var password = new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
        if (accounts.addOwner(email, password)) delivery.deliver(email, password);
    }
}
