package regulars.customers;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.access.CurrentActor;
import regulars.customers.CompanyView.CompanyName;
import regulars.customers.CompanyView.CompanyOfPerson;
import regulars.customers.CompanyView.CompanyPerson;
import regulars.customers.CompanyView.CompanyRoles;
import regulars.customers.CompanyView.CompanySummary;
import regulars.kernel.Fault;
import regulars.kernel.Ids;
import regulars.kernel.Slice;
import schema.customers.tables.records.CompanyRecord;

/** The companies that customers speak for, use and pay at. */
@Service
class Companies {
    private static final int DEEPEST = 20;
    private static final int LONGEST = 200;
    private static final int LONGEST_NOTE = 4000;

    private final CompanyStore store;
    private final Customers customers;
    private final CurrentActor actor;
    private final FieldRights rights;
    private final InstantSource clock;

    Companies(CompanyStore store, Customers customers, CurrentActor actor, FieldRights rights, InstantSource clock) {
        this.actor = actor;
        this.rights = rights;
        this.store = store;
        this.customers = customers;
        this.clock = clock;
    }

    Slice<CompanySummary> list(@Nullable String search, @Nullable Integer after, int size) {
        var rows = store.page(search, after, size + 1);
        var people = store.people(rows.stream().map(CompanyRecord::getNumber).toList());
        return Slice.of(rows, size, row -> Integer.toString(row.getNumber()), row -> summary(row, people));
    }

    CompanyView get(UUID id) {
        return view(find(id));
    }

    /** The number of one that is not deleted. */
    int number(UUID id) {
        return present(id).getNumber();
    }

    Slice<CompanyPerson> people(UUID id, @Nullable Integer after, int size) {
        var rows = store.peopleOf(find(id).getNumber(), after, size + 1);
        var sight = rights.sight();
        return Slice.of(
                rows,
                size,
                row -> Integer.toString(row.number()),
                row -> sight.sees(ProfileField.EMAIL)
                        ? row.person()
                        : row.person().withoutEmail());
    }

    List<CompanyOfPerson> ofCustomer(UUID customer) {
        return store.companiesOf(customers.find(customer).number());
    }

    @Transactional
    public CompanyView add(CompanyFields fields) {
        if (fields.name() == null) throw nameless("");
        var company = store.fresh();
        company.setId(Ids.next(clock.instant()));
        company.setCreatedAt(clock.instant());
        company.setOwnerId(actor.ownerOfNew());
        write(company, fields);
        return view(company);
    }

    @Transactional
    public CompanyView change(UUID id, CompanyFields fields) {
        var company = present(id);
        write(company, fields);
        return view(company);
    }

    @Transactional
    void own(UUID id, @Nullable UUID owner) {
        var company = present(id);
        company.setOwnerId(owner);
        company.store();
    }

    /** Out of every list; what belonged to it stays, and {@link #restore} brings it back. */
    @Transactional
    public void delete(UUID id) {
        var company = present(id);
        company.setDeletedAt(clock.instant());
        company.store();
    }

    @Transactional
    public CompanyView restore(UUID id) {
        var company = find(id);
        refuseTaken(company);
        company.setDeletedAt(null);
        company.store();
        return view(company);
    }

    @Transactional
    public void putPerson(UUID id, UUID customer, CompanyRoles roles) {
        var said = new CompanyRoles(
                text("position", roles.position(), LONGEST), roles.decisionMaker(), roles.endUser(), roles.payer());
        store.oneWriterAtATime();
        store.put(present(id).getNumber(), customers.find(customer).number(), said, clock.instant());
    }

    @Transactional
    public void removePerson(UUID id, UUID customer) {
        store.remove(present(id).getNumber(), customers.find(customer).number());
    }

    private void write(CompanyRecord company, CompanyFields fields) {
        if (fields.name() != null) company.setName(name(fields.name()));
        if (fields.country() != null) company.setCountry(orNull(fields.country(), Places::country));
        if (fields.size() != null)
            company.setSize(orNull(fields.size(), said -> size(said).code()));
        if (fields.industry() != null) company.setIndustry(text("industry", fields.industry(), LONGEST));
        if (fields.website() != null) company.setWebsite(text("website", fields.website(), LONGEST));
        if (fields.note() != null) company.setNote(text("note", fields.note(), LONGEST_NOTE));
        if (fields.taxId() != null) number(company, fields.taxKind(), fields.taxId());
        if (fields.parentId() != null) place(company, fields.parentId());
        company.setUpdatedAt(clock.instant());
        company.store();
    }

    private void number(CompanyRecord company, @Nullable String kindSaid, String said) {
        boolean cleared = said.isBlank();
        var kind = kindSaid == null || kindSaid.isBlank() ? TaxIdKind.OTHER : kind(kindSaid);
        company.setTaxKind(cleared ? null : kind.code());
        company.setTaxId(cleared ? null : kind.normalise(said));
        refuseTaken(company);
    }

    private void refuseTaken(CompanyRecord company) {
        if (company.getTaxId() == null) return;
        var holder = store.holderOf(company.getTaxKind(), company.getTaxId(), company.getId());
        if (holder.isEmpty()) return;
        if (!store.sees(holder.get())) {
            throw new Fault(
                            CustomersFault.COMPANY_ELSEWHERE,
                            "A colleague looks after a company with this tax number: ask who sees every company.")
                    .at("taxId", company.getTaxId());
        }
        var name = holder.get().getName();
        throw new Fault(
                        CustomersFault.COMPANY_EXISTS,
                        "'" + name + "' has this tax number already: open it, or correct the number.")
                .at("taxId", company.getTaxId())
                .with("name", name);
    }

    /** Puts it below another; a company can belong neither to itself nor to what belongs to it. */
    private void place(CompanyRecord company, String parentId) {
        if (parentId.isBlank()) {
            company.setParentNumber(null);
            return;
        }
        store.oneWriterAtATime();
        var parent = present(id(parentId));
        var above = store.parents(parent.getParentNumber(), DEEPEST);
        var self = company.getId();
        boolean cycle = parent.getId().equals(self)
                || above.stream().anyMatch(one -> one.getId().equals(self));
        if (cycle) {
            throw new Fault(
                            CustomersFault.COMPANY_TREE_CYCLE,
                            "'" + parent.getName() + "' belongs to this company itself: choose another one above it.")
                    .at("parentId", parentId)
                    .with("name", parent.getName());
        }
        if (above.size() >= DEEPEST - 1) {
            throw new Fault(
                            CustomersFault.COMPANY_TREE_DEEP,
                            "The tree is " + DEEPEST + " companies deep: choose one further up.")
                    .at("parentId", parentId)
                    .with("most", DEEPEST);
        }
        company.setParentNumber(parent.getNumber());
    }

    private CompanyRecord present(UUID id) {
        var company = find(id);
        if (company.getDeletedAt() != null) throw missing(id);
        return company;
    }

    private CompanyRecord find(UUID id) {
        return store.find(id).orElseThrow(() -> missing(id));
    }

    private static Fault missing(Object id) {
        return new Fault(CustomersFault.COMPANY_NOT_FOUND, "There is no company " + id + ".").at("id", id);
    }

    private static UUID id(String said) {
        try {
            return UUID.fromString(said.strip());
        } catch (IllegalArgumentException e) {
            throw missing(said);
        }
    }

    private static String name(String said) {
        var name = text("name", said, LONGEST);
        if (name == null) throw nameless(said);
        return name;
    }

    private static Fault nameless(String said) {
        return new Fault(CustomersFault.COMPANY_NEEDS_NAME, "A company needs a name: enter one.").at("name", said);
    }

    private static @Nullable String text(String field, @Nullable String said, int longest) {
        if (said == null || said.isBlank()) return null;
        var text = said.strip();
        if (text.length() <= longest) return text;
        throw new Fault(
                        CustomersFault.NAME_TOO_LONG,
                        "The text of " + text.length() + " characters is too long: " + longest + " are kept.")
                .at(field, text.substring(0, longest))
                .with("most", longest);
    }

    private static @Nullable String orNull(String said, Function<String, String> meaning) {
        return said.isBlank() ? null : meaning.apply(said.strip());
    }

    private static TaxIdKind kind(String said) {
        return known("taxKind", said, Set.of(TaxIdKind.values()), TaxIdKind::code);
    }

    private static CompanySize size(String said) {
        return known("size", said, Set.of(CompanySize.values()), CompanySize::code);
    }

    private static <E> E known(String field, String said, Set<E> all, Function<E, String> code) {
        var wanted = said.strip().toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(one -> code.apply(one).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Fault(
                                CustomersFault.COMPANY_CHOICE_UNKNOWN,
                                "'" + said + "' is not a " + field + ": choose "
                                        + all.stream().map(code).sorted().collect(Collectors.joining(", ")) + ".")
                        .at(field, said));
    }

    private static CompanySummary summary(CompanyRecord row, Map<Integer, Integer> people) {
        return new CompanySummary(
                row.getId(),
                row.getName(),
                row.getCountry(),
                row.getTaxId(),
                row.getSize() == null ? null : CompanySize.of(row.getSize()),
                row.getIndustry(),
                people.getOrDefault(row.getNumber(), 0),
                row.getCreatedAt());
    }

    private CompanyView view(CompanyRecord row) {
        var parents = store.parents(row.getParentNumber(), DEEPEST).stream()
                .filter(one -> one.getDeletedAt() == null && store.sees(one))
                .map(one -> new CompanyName(one.getId(), one.getName()))
                .toList();
        return new CompanyView(
                row.getId(),
                row.getName(),
                row.getCountry(),
                row.getTaxKind() == null ? null : TaxIdKind.of(row.getTaxKind()),
                row.getTaxId(),
                row.getSize() == null ? null : CompanySize.of(row.getSize()),
                row.getIndustry(),
                row.getWebsite(),
                row.getNote(),
                row.getOwnerId(),
                parents,
                store.children(row.getNumber()),
                store.people(List.of(row.getNumber())).getOrDefault(row.getNumber(), 0),
                row.getCreatedAt(),
                row.getUpdatedAt(),
                row.getDeletedAt() != null);
    }
}
