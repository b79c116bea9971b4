package regulars.access;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the owner at the first start, before the first request, with a password nobody chose. */
@Component
class FirstOwner implements SmartInitializingSingleton {
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
        var password = GeneratedPassword.next();
        if (accounts.addOwner(email, password)) delivery.deliver(email, password);
    }
}
