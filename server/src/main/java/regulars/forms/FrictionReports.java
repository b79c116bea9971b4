package regulars.forms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import regulars.forms.Friction.Trial;
import regulars.forms.FrictionReport.LeftField;
import regulars.forms.FrictionReport.VersionFriction;
import regulars.forms.FrictionReport.VersionStep;
import regulars.forms.TallyStore.Tally;

/** Makes of counted signals what each field costs. */
@Service
class FrictionReports {
    private final FormStore forms;
    private final TallyStore tallies;

    FrictionReports(FormStore forms, TallyStore tallies) {
        this.forms = forms;
        this.tallies = tallies;
    }

    FrictionReport of(UUID form) {
        var counted = tallies.of(form);
        var versions = forms.versions(form).reversed();
        var told = versions.stream().map(version -> told(version, counted)).toList();
        var steps = new ArrayList<VersionStep>();
        for (int i = 1; i < versions.size(); i++)
            steps.add(step(versions.get(i - 1), told.get(i - 1), versions.get(i), told.get(i)));
        var ratio =
                Friction.ratioPerField(told.stream().map(FrictionReports::trial).toList());
        return new FrictionReport(told, steps, ratio);
    }

    private static VersionFriction told(FormVersion version, List<Tally> counted) {
        var own = counted.stream()
                .filter(one -> one.version() == version.version())
                .toList();
        long views = sum(own, "view");
        long starts = sum(own, "start");
        long submits = sum(own, "submit");
        var refused = new TreeMap<String, Long>();
        own.stream().filter(of("refused")).forEach(one -> refused.merge(one.detail(), one.count(), Long::sum));
        var kinds = new TreeMap<String, Integer>();
        for (FormField field : version.definition().fields())
            if (field.kind() != FieldKind.NOTE) kinds.merge(field.kind().code(), 1, Integer::sum);
        return new VersionFriction(
                version.version(),
                version.publishedAt(),
                version.definition().questions(),
                kinds,
                views,
                starts,
                submits,
                sum(own, "plain"),
                refused,
                left(version, own, starts),
                Friction.share(submits, views));
    }

    private static List<LeftField> left(FormVersion version, List<Tally> own, long starts) {
        return own.stream()
                .filter(of("left"))
                .map(one -> left(version, one, starts))
                .sorted(Comparator.comparingLong(LeftField::count).reversed())
                .toList();
    }

    private static LeftField left(FormVersion version, Tally one, long starts) {
        var field = version.definition().field(one.detail());
        return new LeftField(
                one.detail(),
                field.map(found -> found.kind().code()).orElse(""),
                field.map(FormField::label).orElse(Map.of()),
                one.count(),
                starts == 0 ? 0 : Math.min(1, (double) one.count() / starts));
    }

    private static VersionStep step(
            FormVersion earlier, VersionFriction before, FormVersion later, VersionFriction after) {
        var had = keys(earlier);
        var has = keys(later);
        return new VersionStep(
                earlier.version(),
                later.version(),
                has.stream().filter(key -> !had.contains(key)).toList(),
                had.stream().filter(key -> !has.contains(key)).toList(),
                Friction.difference(trial(before), trial(after)));
    }

    private static List<String> keys(FormVersion version) {
        return version.definition().fields().stream().map(FormField::key).toList();
    }

    private static Trial trial(VersionFriction version) {
        return new Trial(version.questions(), version.views(), version.submits());
    }

    private static Predicate<Tally> of(String what) {
        return one -> one.what().equals(what);
    }

    private static long sum(List<Tally> own, String what) {
        return own.stream().filter(of(what)).mapToLong(Tally::count).sum();
    }
}
