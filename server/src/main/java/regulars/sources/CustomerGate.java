package regulars.sources;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import regulars.collect.SubjectKey;
import regulars.consent.Channel;
import regulars.consent.Consents;
import regulars.consent.NewEvidence;
import regulars.customers.Accepted;
import regulars.customers.CustomerIntake;
import regulars.customers.IncomingCustomer;
import regulars.sources.files.TableRow;

/** Takes in files of customers with their consents. */
final class CustomerGate implements RowGate<CustomerRow> {
    private static final String PURPOSE = "marketing";

    private final ImportPlan plan;
    private final CustomerRowReader reader;
    private final CustomerIntake intake;
    private final OwnIds ownIds;
    private final Consents consents;
    private final InstantSource clock;

    CustomerGate(ImportPlan plan, CustomerRooms customers, Consents consents, InstantSource clock) {
        this.plan = plan;
        this.reader = new CustomerRowReader(
                plan, customers.owners().named(), LocalDate.ofInstant(clock.instant(), plan.zone()));
        this.intake = customers.intake();
        this.ownIds = customers.ownIds();
        this.consents = consents;
        this.clock = clock;
    }

    @Override
    public void skim(TableRow row) {
        reader.skim(row);
    }

    @Override
    public CustomerRow read(TableRow row) throws RowProblem.Rejected {
        return reader.read(row);
    }

    @Override
    public @Nullable String thing(TableRow row) {
        return null;
    }

    @Override
    public BatchOutcome write(List<CustomerRow> rows) {
        var accepted = accept(rows);
        var evidence = new ArrayList<NewEvidence>();
        var stopped = new LinkedHashMap<CustomerRow.Stop, Map<String, Object>>();
        for (int i = 0; i < rows.size(); i++) {
            var one = accepted.get(i);
            if (wroteNothing(one)) continue;
            var row = rows.get(i);
            for (var claim : row.claims()) evidence.add(evidence(row, claim, one.subjectNumber()));
            for (var stop : row.stops()) stopped.put(stop, plan.proof(row.line()));
        }
        own(rows, accepted);
        consents.recordAll(evidence);
        for (Channel channel : List.of(Channel.EMAIL, Channel.SMS)) suppress(channel, stopped);
        return new BatchOutcome(
                count(accepted, Accepted.Outcome.CREATED),
                count(accepted, Accepted.Outcome.UPDATED),
                accepted.stream().filter(CustomerGate::wroteNothing).count(),
                count(accepted, Accepted.Outcome.CREATED),
                accepted.stream().map(Accepted::customerNumber).toList(),
                List.of(),
                List.of(),
                leftOut(rows, accepted),
                marks(rows, accepted));
    }

    /** Whom a row names by our own id they are; of those of whom it says what we know already nothing is written. */
    private List<Accepted> accept(List<CustomerRow> rows) {
        var known = ownIds.known(rows);
        var today = ownIds.today(known);
        var accepted = new ArrayList<@Nullable Accepted>();
        var told = new ArrayList<IncomingCustomer>();
        var keys = new LinkedHashMap<SubjectKey, Integer>();
        for (CustomerRow row : rows) {
            var id = row.ownId();
            var found = id == null ? null : known.get(id);
            var now = id == null ? null : today.get(id);
            boolean news = now == null
                    || keys.containsKey(SubjectKey.manual(now.id().toString()))
                    || !OwnIds.saysNothingNew(row, now);
            if (news) {
                var person = found == null || id == null ? row.person() : OwnIds.of(id, row.person(), now);
                if (found != null) keys.put(person.key(), found.customer());
                told.add(person);
            }
            accepted.add(
                    news || found == null
                            ? null
                            : new Accepted(found.subject(), found.customer(), Accepted.Outcome.UNCHANGED));
        }
        intake.know(plan.origin(), keys);
        var answers = intake.accept(plan.origin(), told).iterator();
        return accepted.stream().map(one -> one == null ? answers.next() : one).toList();
    }

    /** A row that says nothing new gives nobody away again. */
    private void own(List<CustomerRow> rows, List<Accepted> accepted) {
        var given = new LinkedHashMap<UUID, List<Integer>>();
        for (int i = 0; i < rows.size(); i++) {
            var owner = rows.get(i).owner();
            if (owner == null || wroteNothing(accepted.get(i))) continue;
            given.computeIfAbsent(owner, id -> new ArrayList<>())
                    .add(accepted.get(i).customerNumber());
        }
        given.forEach(
                (owner, numbers) -> intake.own(numbers, owner, plan.origin().actor()));
    }

    private static boolean wroteNothing(Accepted one) {
        return switch (one.outcome()) {
            case CREATED, UPDATED -> false;
            case UNCHANGED, ERASED -> true;
        };
    }

    /** Of somebody who was erased not even a bad cell is kept. */
    private static List<RowProblem> leftOut(List<CustomerRow> rows, List<Accepted> accepted) {
        var told = new ArrayList<RowProblem>();
        for (int i = 0; i < rows.size(); i++) {
            if (accepted.get(i).outcome() != Accepted.Outcome.ERASED)
                told.addAll(rows.get(i).leftOut());
        }
        return told;
    }

    /** A row of which a cell was left out is told again each time. */
    private static List<Trail.@Nullable Mark> marks(List<CustomerRow> rows, List<Accepted> accepted) {
        var marks = new ArrayList<Trail.@Nullable Mark>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            boolean whole = rows.get(i).leftOut().isEmpty();
            marks.add(whole ? new Trail.Mark(accepted.get(i).customerNumber(), 0) : null);
        }
        return marks;
    }

    private static long count(List<Accepted> accepted, Accepted.Outcome outcome) {
        return accepted.stream().filter(one -> one.outcome() == outcome).count();
    }

    private NewEvidence evidence(CustomerRow row, CustomerRow.Claim claim, long subject) {
        var proof = new NewEvidence.Proof(
                plan.origin().sourceCode(), NewEvidence.IMPORT, plan.origin().actor(), givenAt(claim));
        var evidence = claim.granted()
                ? NewEvidence.granted(subject, claim.channel(), PURPOSE, proof)
                : NewEvidence.withdrawn(subject, claim.channel(), PURPOSE, proof);
        return evidence.withAddress(claim.address())
                .withText(claim.byFile() ? plan.consentText() : null)
                .withDetails(plan.proof(row.line()));
    }

    private Instant givenAt(CustomerRow.Claim claim) {
        if (claim.givenAt() != null) return claim.givenAt();
        var file = plan.request().consent();
        if (claim.byFile() && file != null && file.givenAt() != null) return file.givenAt();
        return clock.instant();
    }

    private void suppress(Channel channel, Map<CustomerRow.Stop, Map<String, Object>> stops) {
        var addresses = new LinkedHashMap<String, Map<String, Object>>();
        stops.forEach((stop, proof) -> {
            if (stop.channel() == channel) addresses.putIfAbsent(stop.address(), proof);
        });
        consents.suppressAll(channel, addresses, "imported");
    }
}
