package regulars.channels;

import java.util.Map;
import org.springframework.stereotype.Component;
import regulars.consent.Channel;
import regulars.consent.Consents;
import regulars.customers.Customers;

/** The address is marked at its owners and gets nothing from now on. */
@Component
class CustomerBounces implements Bounces {
    private final Customers customers;
    private final Consents consents;

    CustomerBounces(Customers customers, Consents consents) {
        this.customers = customers;
        this.consents = consents;
    }

    @Override
    public void noSuchMailbox(String address, String reply) {
        consents.suppress(Channel.EMAIL, address, "bounced", Map.of("reply", reply));
        customers.markInvalid("email", EmailAddresses.key(address), reply);
    }
}
