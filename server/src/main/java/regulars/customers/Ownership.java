package regulars.customers;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.access.Colleagues;

/** Whose customer somebody is, and whose company: it decides who of us sees them. */
@Service
class Ownership {
    private final Customers customers;
    private final CustomerStore store;
    private final Companies companies;
    private final Colleagues colleagues;

    Ownership(Customers customers, CustomerStore store, Companies companies, Colleagues colleagues) {
        this.customers = customers;
        this.store = store;
        this.companies = companies;
        this.colleagues = colleagues;
    }

    @Transactional
    public void give(UUID customer, @Nullable UUID owner) {
        colleagues.requireGivable(owner);
        store.own(List.of(customers.find(customer).number()), owner);
    }

    @Transactional
    public void giveCompany(UUID company, @Nullable UUID owner) {
        colleagues.requireGivable(owner);
        companies.own(company, owner);
    }
}
