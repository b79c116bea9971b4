package regulars.campaigns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import regulars.customers.Customers;
import regulars.customers.ExternalId;
import regulars.customers.FieldRights;
import regulars.customers.ProfileField;
import regulars.customers.Recipient;
import regulars.kernel.Fault;

/** The people behind a figure of the report. */
@Service
class CampaignPeople {
    private final CampaignReports reports;
    private final PeopleStore store;
    private final EffectStore effects;
    private final Customers customers;
    private final FieldRights rights;

    CampaignPeople(
            CampaignReports reports, PeopleStore store, EffectStore effects, Customers customers, FieldRights rights) {
        this.rights = rights;
        this.reports = reports;
        this.store = store;
        this.effects = effects;
        this.customers = customers;
    }

    /**
     * Somebody behind a figure.
     *
     * @param detail the server's reply, the link followed, or why it was a machine
     * @param revenueMinor in the attribution window; null where the figure is not about orders
     */
    record CampaignPerson(
            UUID customerId,
            String name,
            @Nullable String email,
            @Nullable ExternalId externalId,
            @Nullable String state,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable Instant at,
            @Nullable Long revenueMinor) {}

    /** {@code next} is the {@code after} of the following page; null on the last one. */
    record CampaignPeoplePage(
            List<CampaignPerson> items, @Nullable UUID next) {}

    CampaignPeoplePage page(UUID campaignId, String bucket, @Nullable UUID after, int limit) {
        var campaign = reports.campaign(campaignId);
        int from = after == null ? -1 : number(after);
        var rows = rows(campaign, PeopleBucket.of(bucket), from, limit);
        var numbers = rows.stream().map(PeopleStore.Row::customer).toList();
        var people =
                customers.shown(numbers).stream().collect(Collectors.toMap(Recipient::number, Function.identity()));
        var ids = customers.ids(numbers);
        var externalIds = customers.externalIds(numbers);
        List<CampaignPerson> items = new ArrayList<>();
        for (var row : rows) {
            var id = ids.get(row.customer());
            if (id != null)
                items.add(person(
                        row, id, people.get(row.customer()), externalIds.getOrDefault(row.customer(), List.of())));
        }
        UUID next = rows.size() < limit ? null : ids.get(rows.getLast().customer());
        return new CampaignPeoplePage(items, next);
    }

    private List<PeopleStore.Row> rows(CampaignView campaign, PeopleBucket bucket, int after, int limit) {
        return switch (bucket) {
            case PeopleBucket.Ledger ledger -> store.ledger(campaign.id(), ledger, after, limit);
            case PeopleBucket.Responded responded -> store.responded(campaign.id(), responded, after, limit);
            case PeopleBucket.Bought bought -> {
                var window = reports.window(campaign);
                yield effects.buyers(campaign.id(), bought.control(), window, after, limit).stream()
                        .map(one -> new PeopleStore.Row(one.customer(), null, null, null, null, one.revenueMinor()))
                        .toList();
            }
        };
    }

    private int number(UUID after) {
        try {
            return customers.find(after).number();
        } catch (Fault unknown) {
            throw new Fault(
                            CampaignsFault.CURSOR_INVALID,
                            "'after' is not one that this list gave: leave it out to start anew.",
                            unknown)
                    .at("after", after);
        }
    }

    private CampaignPerson person(
            PeopleStore.Row row, UUID id, @Nullable Recipient person, List<ExternalId> externalIds) {
        return new CampaignPerson(
                id,
                person == null ? "" : person.fullName(),
                person == null ? null : person.email(),
                externalIds.isEmpty() ? null : externalIds.getFirst(),
                row.state() == null ? null : row.state().code(),
                row.reason() == null ? null : row.reason().code(),
                rights.sight().sees(ProfileField.EMAIL) ? row.detail() : null, // a server names the address
                row.at(),
                row.revenueMinor());
    }
}
