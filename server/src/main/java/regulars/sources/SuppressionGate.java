package regulars.sources;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import regulars.consent.Channel;
import regulars.consent.Consents;
import regulars.customers.ProfileField;
import regulars.kernel.Fault;
import regulars.sources.files.TableRow;

/** Takes in the addresses that another tool was told to leave alone. They win over every consent, of whatever file. */
final class SuppressionGate implements RowGate<SuppressionGate.Stopped> {
    private final ImportPlan plan;
    private final Consents consents;

    SuppressionGate(ImportPlan plan, Consents consents) {
        this.plan = plan;
        this.consents = consents;
    }

    /** Addresses of a row. */
    record Stopped(
            long line,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String reason) {}

    @Override
    public void skim(TableRow row) {
        // nothing is counted over the file
    }

    @Override
    public Stopped read(TableRow row) throws RowProblem.Rejected {
        var cells = Cells.of(plan, row);
        var email = cells.value(ImportField.EMAIL, text -> ProfileField.EMAIL.normalise(text, null));
        var phone = cells.value(ImportField.PHONE, text -> ProfileField.PHONE.normalise(text, plan.country()));
        if (email == null && phone == null) {
            throw cells.problem(
                    ImportField.EMAIL,
                    new Fault(SourcesFault.ADDRESS_MISSING, "The row has no address: it needs an e-mail or a phone."));
        }
        return new Stopped(row.line(), email, phone, cells.value(ImportField.REASON, Texts::bounded));
    }

    @Override
    public @Nullable String thing(TableRow row) {
        return null;
    }

    @Override
    public BatchOutcome write(List<Stopped> rows) {
        var emails = new LinkedHashMap<String, Map<String, Object>>();
        var phones = new LinkedHashMap<String, Map<String, Object>>();
        for (Stopped row : rows) {
            if (row.email != null) emails.putIfAbsent(row.email, proof(row));
            if (row.phone != null) phones.putIfAbsent(row.phone, proof(row));
        }
        long made = consents.suppressAll(Channel.EMAIL, emails, "imported");
        made += consents.suppressAll(Channel.SMS, phones, "imported");
        return BatchOutcome.counted(made, 0, emails.size() + phones.size() - made, rows.size());
    }

    private Map<String, Object> proof(Stopped row) {
        var proof = new LinkedHashMap<>(plan.proof(row.line));
        if (row.reason != null) proof.put("reason", row.reason);
        return proof;
    }
}
