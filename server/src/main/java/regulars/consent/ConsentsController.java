package regulars.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import regulars.customers.Customers;
import regulars.customers.FieldRights;
import regulars.customers.ProfileField;
import regulars.customers.TimelinePoint;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

@RestController
@Needs(Permission.CUSTOMERS_READ)
class ConsentsController {
    private static final int MOST_EVIDENCE = 200;

    private final Customers customers;
    private final Consents consents;
    private final ConsentHistoryStore history;
    private final StopStore stops;
    private final ConsentEdits edits;
    private final FieldRights rights;

    ConsentsController(
            Customers customers,
            Consents consents,
            ConsentHistoryStore history,
            StopStore stops,
            ConsentEdits edits,
            FieldRights rights) {
        this.customers = customers;
        this.consents = consents;
        this.history = history;
        this.stops = stops;
        this.edits = edits;
        this.rights = rights;
    }

    /**
     * Where a customer stands for one channel and purpose.
     *
     * @param stopped the address that would be written to gets nothing, whatever was agreed
     */
    record ConsentStandingView(String channel, String purpose, Standing standing, boolean stopped) {}

    /**
     * Where the customer stands now, and the evidence that says so, the latest first.
     *
     * @param stops which of their addresses get nothing, and why
     */
    record CustomerConsents(List<ConsentStandingView> standings, List<ConsentView> evidence, List<StopView> stops) {}

    @GetMapping("/api/v1/customers/{id}/consents")
    CustomerConsents consents(@PathVariable UUID id) {
        int number = customers.find(id).number();
        var subjects = customers.subjects(number);
        var evidence = history.latest(subjects, TimelinePoint.START, null, MOST_EVIDENCE);
        var sight = rights.sight();
        return new CustomerConsents(
                standings(number),
                evidence.stream()
                        .map(one -> sight.sees(field(one.channel())) ? one : one.withoutAddress())
                        .toList(),
                stops.of(subjects).stream()
                        .map(one -> sight.sees(field(one.channel())) ? one : one.withoutAddress())
                        .toList());
    }

    static ProfileField field(String channel) {
        return channel.equals(Channel.EMAIL.code()) ? ProfileField.EMAIL : ProfileField.PHONE;
    }

    private List<ConsentStandingView> standings(int number) {
        var standings = new ArrayList<ConsentStandingView>();
        for (var purpose : List.of("marketing", "service")) {
            for (var channel : List.of(Channel.EMAIL, Channel.SMS)) {
                var right = consents.standing(List.of(number), channel, purpose).get(number);
                standings.add(new ConsentStandingView(
                        channel.name().toLowerCase(Locale.ROOT),
                        purpose,
                        right == null ? Standing.ABSENT : right.standing(),
                        edits.stopped(number, channel)));
            }
        }
        return standings;
    }
}
