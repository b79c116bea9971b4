package regulars.campaigns;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Service;
import regulars.channels.GateCount;
import regulars.channels.MessageState;
import regulars.channels.NewMessage;
import regulars.channels.Reason;
import regulars.channels.SendQueue;
import regulars.content.CompiledTemplate;
import regulars.content.Templates;
import regulars.kernel.Fault;
import regulars.segments.Audience;
import regulars.segments.Segments;

/** The check page: the same gate that the launch goes through says who would get the message and who not, and why. */
@Service
class CampaignChecks {
    private static final String SERVICE = "service";

    private final Templates templates;
    private final Segments segments;
    private final SendQueue queue;
    private final Candidates candidates;

    CampaignChecks(Templates templates, Segments segments, SendQueue queue, Candidates candidates) {
        this.templates = templates;
        this.segments = segments;
        this.queue = queue;
        this.candidates = candidates;
    }

    CampaignCheck check(CampaignView campaign) {
        var problems = problems(campaign);
        var segment = campaign.draft().segmentId();
        if (segment == null) return new CampaignCheck(0, 0, 0, List.of(), 0, campaign.updatedAt(), false, problems);
        var audience = segments.freeze(segment);
        var seen = new AtomicLong();
        var counts = queue.preview(purpose(campaign), () -> candidates(campaign, audience, seen));
        long willGet = sum(counts, MessageState.QUEUED);
        if (willGet == 0) problems.add(CampaignProblem.blocking("NOBODY"));
        int size = audience.customers().getCardinality();
        boolean ready = problems.stream().noneMatch(CampaignProblem::blocking);
        var excluded = excluded(counts);
        return new CampaignCheck(
                size, willGet, control(counts), excluded, size - seen.get(), audience.asOf(), ready, problems);
    }

    /** What of the settings stands in the way of a launch, without looking at anybody. */
    List<CampaignProblem> problems(CampaignView campaign) {
        List<CampaignProblem> problems = new ArrayList<>();
        if (campaign.draft().segmentId() == null) problems.add(CampaignProblem.blocking("NO_SEGMENT"));
        var template = campaign.draft().templateId();
        if (template == null) {
            problems.add(CampaignProblem.blocking("NO_TEMPLATE"));
            return problems;
        }
        try {
            warnings(templates.compile(template), problems);
        } catch (Fault broken) {
            problems.add(new CampaignProblem("TEMPLATE_INVALID", true, broken.getMessage()));
        }
        if (campaign.draft().controlShare() == 0) problems.add(new CampaignProblem("NO_CONTROL_GROUP", false, null));
        return problems;
    }

    private static void warnings(CompiledTemplate template, List<CampaignProblem> problems) {
        for (var warning : template.warnings())
            problems.add(new CampaignProblem("TEMPLATE_" + warning.code(), warning.blocking(), warning.value()));
    }

    /** The consent that the message needs; of a campaign without a template, that of marketing. */
    String purpose(CampaignView campaign) {
        var template = campaign.draft().templateId();
        return template == null
                ? "marketing"
                : templates.get(template).draft().type().purpose();
    }

    static boolean marketing(String purpose) {
        return !purpose.equals(SERVICE);
    }

    private Iterator<NewMessage> candidates(CampaignView campaign, Audience audience, AtomicLong seen) {
        var chunks = Candidates.chunks(audience.customers(), -1);
        return new Iterator<>() {
            private Iterator<NewMessage> chunk = List.<NewMessage>of().iterator();

            @Override
            public boolean hasNext() {
                while (!chunk.hasNext() && chunks.hasNext())
                    chunk = candidates
                            .of(campaign.id(), campaign.draft().controlShare(), chunks.next())
                            .iterator();
                return chunk.hasNext();
            }

            @Override
            public NewMessage next() {
                if (!hasNext()) throw new java.util.NoSuchElementException();
                seen.incrementAndGet();
                return chunk.next();
            }
        };
    }

    private static long sum(List<GateCount> counts, MessageState state) {
        return counts.stream()
                .filter(count -> count.state() == state)
                .mapToLong(GateCount::count)
                .sum();
    }

    private static long control(List<GateCount> counts) {
        return counts.stream()
                .filter(count -> count.reason() == Reason.CONTROL_GROUP)
                .mapToLong(GateCount::count)
                .sum();
    }

    private static List<CampaignCheck.Exclusion> excluded(List<GateCount> counts) {
        List<CampaignCheck.Exclusion> excluded = new ArrayList<>();
        for (var count : counts) {
            var reason = count.reason();
            if (reason != null && reason != Reason.CONTROL_GROUP)
                excluded.add(CampaignCheck.Exclusion.of(reason, count.count()));
        }
        return excluded;
    }
}
