package regulars.customers;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.access.Colleagues;
import regulars.access.CurrentActor;

/** Whose customer somebody is, and whose company: it decides who of us sees them. */
@Service
class Ownership {
    private final Customers customers;
    private final OwnerStore owners;
    private final Companies companies;
    private final Colleagues colleagues;
    private final CurrentActor actor;

    Ownership(Customers customers, OwnerStore owners, Companies companies, Colleagues colleagues, CurrentActor actor) {
        this.customers = customers;
        this.owners = owners;
        this.companies = companies;
        this.colleagues = colleagues;
        this.actor = actor;
    }

    @Transactional
    public void give(UUID customer, @Nullable UUID owner) {
        colleagues.requireGivable(owner);
        owners.own(List.of(customers.find(customer).number()), owner, actor.get());
    }

    @Transactional
    public void giveCompany(UUID company, @Nullable UUID owner) {
        colleagues.requireGivable(owner);
        companies.own(company, owner);
    }
}
