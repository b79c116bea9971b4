package regulars.customers;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.customers.CompanyView.CompanyOfPerson;
import regulars.customers.CompanyView.CompanyPerson;
import regulars.customers.CompanyView.CompanyRoles;
import regulars.customers.CompanyView.CompanySummary;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.kernel.Slice;

@RestController
@RequestMapping("/api/v1")
@Needs(Permission.CUSTOMERS_EDIT)
class CompaniesController {
    private static final int LONGEST_SEARCH = 200;

    private final Companies companies;

    CompaniesController(Companies companies) {
        this.companies = companies;
    }

    /** The newest first; {@code q} is any part of a name, or the beginning of a tax number. */
    @GetMapping("/companies")
    @Needs(Permission.CUSTOMERS_READ)
    Slice<CompanySummary> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer after,
            @RequestParam(defaultValue = "50") int limit) {
        var search = q == null || q.isBlank() ? null : q.substring(0, Math.min(q.length(), LONGEST_SEARCH));
        return companies.list(search, after, Slice.size(limit));
    }

    @GetMapping("/companies/{id}")
    @Needs(Permission.CUSTOMERS_READ)
    CompanyView get(@PathVariable UUID id) {
        return companies.get(id);
    }

    @GetMapping("/companies/{id}/people")
    @Needs(Permission.CUSTOMERS_READ)
    Slice<CompanyPerson> people(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer after,
            @RequestParam(defaultValue = "50") int limit) {
        return companies.people(id, after, Slice.size(limit));
    }

    /** The companies that a customer has to do with. */
    @GetMapping("/customers/{id}/companies")
    @Needs(Permission.CUSTOMERS_READ)
    CompaniesOfPerson ofCustomer(@PathVariable UUID id) {
        return new CompaniesOfPerson(companies.ofCustomer(id));
    }

    /** Adds a company; a name is enough. */
    @PostMapping("/companies")
    @ResponseStatus(HttpStatus.CREATED)
    CompanyView add(@RequestBody CompanyFields fields) {
        return companies.add(fields);
    }

    /** Changes what is named; an empty text clears a field. */
    @PatchMapping("/companies/{id}")
    CompanyView change(@PathVariable UUID id, @RequestBody CompanyFields fields) {
        return companies.change(id, fields);
    }

    @DeleteMapping("/companies/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        companies.delete(id);
    }

    /** Brings back a deleted one. */
    @PostMapping("/companies/{id}/restore")
    CompanyView restore(@PathVariable UUID id) {
        return companies.restore(id);
    }

    /** Says what somebody is in the company. */
    @PutMapping("/companies/{id}/people/{customerId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@PathVariable UUID id, @PathVariable UUID customerId, @RequestBody CompanyRoles roles) {
        companies.putPerson(id, customerId, roles);
    }

    @DeleteMapping("/companies/{id}/people/{customerId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @PathVariable UUID customerId) {
        companies.removePerson(id, customerId);
    }

    record CompaniesOfPerson(List<CompanyOfPerson> items) {}
}
