package regulars.segments;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import regulars.customers.Customers;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

/** Why somebody meets a rule, or does not: now, or at the end of a day. */
@RestController
@RequestMapping("/api/v1/segments")
@Needs(Permission.CUSTOMERS_READ)
class WhyController {
    private final Segments segments;
    private final RulePreviews previews;
    private final Customers customers;
    private final RuleSight sight;
    private final PastDays days;

    WhyController(Segments segments, RulePreviews previews, Customers customers, RuleSight sight, PastDays days) {
        this.segments = segments;
        this.previews = previews;
        this.customers = customers;
        this.sight = sight;
        this.days = days;
    }

    /** @param asOf as it was at the end of this day, by the segment's rule of today; absent means now */
    @GetMapping("/{id}/why/{customerId}")
    RuleWhy why(
            @PathVariable UUID id,
            @PathVariable UUID customerId,
            @RequestParam(required = false) @Nullable LocalDate asOf) {
        return why(segments.get(id).rule(), customerId, asOf, asOf == null ? id : null);
    }

    /** Of a rule that is being written. */
    @PostMapping("/preview/why")
    RuleWhy why(@RequestBody WhyQuestion question) {
        return why(question.rule(), question.customerId(), question.day(), null);
    }

    private RuleWhy why(Rule rule, UUID customerId, @Nullable LocalDate day, @Nullable UUID segment) {
        sight.require(rule);
        var customer = customers.find(customerId).number();
        sight.read(customerId.toString(), rule);
        var asOf = days.end(day);
        var answers = previews.why(rule, asOf, customer);
        boolean holds = !answers.isEmpty() && answers.getFirst().holds();
        return new RuleWhy(
                customerId,
                holds,
                asOf,
                rule,
                answers,
                previews.facts(rule, asOf, customer, sight.fields()),
                day == null ? List.of() : previews.knownToday(rule, asOf),
                segment != null && holds ? segments.entered(segment, customer) : null);
    }

    /** @param day at whose end; absent means now */
    record WhyQuestion(Rule rule, UUID customerId, @Nullable LocalDate day) {}
}
