package regulars.customers;

import java.time.Duration;
import org.springframework.stereotype.Component;
import regulars.work.Tick;

/** Hashes the addresses of a base that comes from a release without hashes. */
@Component
class AddressHashing implements Tick {
    private static final int BATCH = 5_000;

    private final ContactStore contacts;

    AddressHashing(ContactStore contacts) {
        this.contacts = contacts;
    }

    @Override
    public String name() {
        return "customers.hashes";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        int hashed = BATCH;
        while (hashed == BATCH) hashed = contacts.hashSome(BATCH);
    }
}
