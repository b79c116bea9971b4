package regulars.duplicates;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import regulars.customers.BulkChange;
import regulars.customers.BulkChanges;
import regulars.customers.CustomerSummary;
import regulars.customers.Customers;
import regulars.duplicates.QualityReader.FilledCount;
import regulars.duplicates.QualityReader.InvalidCount;
import regulars.duplicates.QualityReader.Moment;
import regulars.duplicates.QualityReader.StandingCount;
import regulars.kernel.Actor;
import regulars.kernel.Fault;

/** How valid, fresh and complete the base is, who needs checking, and fixes that can be taken back. */
@Service
class BaseQuality {
    private static final int LONGEST = 120;
    private static final int DAYS_OF_A_MONTH = 30;
    private static final int MOST_DOMAINS = 20_000;
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9.-]+\\.[a-z0-9-]+");

    private final QualityReader reader;
    private final DisposableDomainStore domains;
    private final Customers customers;
    private final BulkChanges changes;
    private final InstantSource clock;

    BaseQuality(
            QualityReader reader,
            DisposableDomainStore domains,
            Customers customers,
            BulkChanges changes,
            InstantSource clock) {
        this.reader = reader;
        this.domains = domains;
        this.customers = customers;
        this.changes = changes;
        this.clock = clock;
    }

    /** @param people who fail the check */
    record CheckCount(QualityCheck check, int people) {}

    /**
     * @param score the mean of the three shares
     * @param valid the share of addresses that are neither marked invalid nor disposable
     * @param fresh the share of addresses confirmed within the months
     * @param complete the mean share of people with each of the fields
     */
    record BaseQualityView(
            int people,
            int months,
            double score,
            double valid,
            double fresh,
            double complete,
            List<StandingCount> standings,
            List<InvalidCount> reasons,
            List<FilledCount> filled,
            List<CheckCount> checks) {}

    BaseQualityView view(int months) {
        var moment = moment(months);
        var standings = reader.standings(moment);
        int people = reader.people();
        var filled = reader.filled();
        double all = Math.max(1, addresses(standings, List.of(AddressStanding.values())));
        double valid = addresses(standings, List.of(AddressStanding.AGED, AddressStanding.GOOD)) / all;
        double fresh = addresses(standings, List.of(AddressStanding.GOOD)) / all;
        double complete = filled.stream()
                .mapToDouble(one -> (double) one.people() / Math.max(1, people))
                .average()
                .orElse(0);
        List<CheckCount> checks = new ArrayList<>();
        for (var check : QualityCheck.values()) checks.add(new CheckCount(check, reader.failing(check, moment)));
        double score = (valid + fresh + complete) / 3;
        return new BaseQualityView(
                people, months, score, valid, fresh, complete, standings, reader.reasons(), filled, checks);
    }

    List<Integer> numbers(QualityCheck check, int months, @Nullable Integer after, int limit) {
        return reader.page(check, moment(months), after, limit);
    }

    List<CustomerSummary> people(List<Integer> numbers) {
        return customers.summaries(numbers);
    }

    /** Takes the addresses out of use, or marks the people for whoever looks after them; both can be taken back. */
    BulkChanges.Started fix(QualityCheck check, int months, String tag, Actor actor) {
        var change = check == QualityCheck.DISPOSABLE_EMAIL
                ? new BulkChange("contact_invalid", "email", "", "")
                : new BulkChange("tag_added", "", tag, "");
        return changes.start(reader.all(check, moment(months)), change, actor);
    }

    List<String> disposable() {
        return domains.all();
    }

    /** Keeps exactly these domains. */
    List<String> disposable(List<String> given, Actor actor) {
        var kept = new TreeSet<String>();
        for (var one : given) {
            var domain = one.strip().toLowerCase(Locale.ROOT);
            if (domain.isEmpty()) continue;
            if (!DOMAIN.matcher(domain).matches()) {
                throw new Fault(
                                DuplicatesFault.DOMAIN_INVALID,
                                "'" + domain + "' is no domain: write it as example.com, one a line.")
                        .at("domains", domain);
            }
            kept.add(domain);
        }
        if (kept.size() > MOST_DOMAINS) {
            throw new Fault(
                            DuplicatesFault.DOMAINS_TOO_MANY,
                            "These are " + kept.size() + " domains; keep at most " + MOST_DOMAINS + ".")
                    .with("limit", MOST_DOMAINS);
        }
        domains.replace(kept, actor, clock.instant());
        return List.copyOf(kept);
    }

    private Moment moment(int months) {
        if (months < 1 || months > LONGEST) {
            throw new Fault(
                            DuplicatesFault.MONTHS_INVALID,
                            "Data age within 1 to " + LONGEST + " months: choose another number.")
                    .at("months", months)
                    .with("limit", LONGEST);
        }
        return new Moment(clock.instant().minus((long) months * DAYS_OF_A_MONTH, ChronoUnit.DAYS), domains.all());
    }

    private static int addresses(List<StandingCount> standings, List<AddressStanding> wanted) {
        return standings.stream()
                .filter(one -> wanted.contains(one.standing()))
                .mapToInt(StandingCount::addresses)
                .sum();
    }
}
