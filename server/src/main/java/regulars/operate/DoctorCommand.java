package regulars.operate;

import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import regulars.boot.Attachment;
import regulars.boot.Exit;
import regulars.boot.StartFault;
import regulars.boot.StartSettings;
import tools.jackson.databind.json.JsonMapper;

/** {@code doctor [--json]}: looks at everything that usually goes wrong and changes nothing. */
final class DoctorCommand {
    private static final String USAGE = "say './regulars doctor' or './regulars doctor --json'";

    private final Map<String, String> environment;

    DoctorCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    int run(List<String> arguments) {
        var words = new Words(arguments);
        boolean json = words.flag("--json");
        if (words.rest(0, 0).isEmpty()) return Words.usage(USAGE);
        var findings = findings(StartSettings.read(environment));
        if (json) System.out.println(JsonMapper.shared().writeValueAsString(findings));
        else findings.forEach(finding -> System.out.println(finding.line()));
        boolean failed = findings.stream().anyMatch(finding -> finding.level() == Finding.Level.FAIL);
        return failed ? Exit.SOMETHING_FAILED.code() : 0;
    }

    static List<Finding> findings(StartSettings settings) {
        var findings = new ArrayList<Finding>();
        findings.add(MachineChecks.version());
        findings.add(MachineChecks.memory());
        try {
            findings.add(MachineChecks.disk(settings.data()));
            findings.add(MachineChecks.folder(settings.data()));
        } catch (IOException e) {
            findings.add(Finding.fail("folder", e.toString(), "Run this as the account that runs the product."));
        }
        try (var attachment = Attachment.open(settings)) {
            findings.addAll(new DatabaseChecks(attachment.dataSource(), settings, InstantSource.system()).all());
            findings.addAll(new AddressChecks(settings).all(attachment.productRuns()));
        } catch (StartFault e) {
            findings.add(Finding.fail("database", String.valueOf(e.getMessage()), "Then run the doctor again."));
        } catch (SQLException e) {
            findings.add(Finding.fail("database", e.toString(), "Look into its log and run the doctor again."));
        }
        return findings;
    }
}
