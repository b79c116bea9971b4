package regulars.forms;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.customers.CustomerFiles;
import regulars.customers.Customers;
import regulars.forms.PaperStore.Pile;
import regulars.forms.PaperStore.Reading;
import regulars.forms.PaperStore.Sheet;
import regulars.forms.PublishedForms.Published;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;

/**
 * Forms that were filled in on paper. Two people type each sheet without seeing what the other read; where they differ
 * somebody looks at the paper again. A pile counts as a whole, once its count and its sum are what was written on it.
 */
@Service
class PaperForms {
    private static final int LARGEST_SCAN = 10 * 1024 * 1024;
    private static final int LONGEST_NAME = 200;

    private final PaperStore store;
    private final PublishedForms forms;
    private final Visitors visitors;
    private final Submissions submissions;
    private final SubmissionStore kept;
    private final PaperRooms rooms;
    private final InstantSource clock;

    PaperForms(
            PaperStore store,
            PublishedForms forms,
            Visitors visitors,
            Submissions submissions,
            SubmissionStore kept,
            PaperRooms rooms,
            InstantSource clock) {
        this.store = store;
        this.forms = forms;
        this.visitors = visitors;
        this.submissions = submissions;
        this.kept = kept;
        this.rooms = rooms;
        this.clock = clock;
    }

    /** Where a scan goes in the end. */
    @Component
    record PaperRooms(Customers customers, CustomerFiles files) {}

    /** A pile with what is missing of it. */
    record PileView(Pile pile, FormDefinition definition, List<SheetView> sheets) {}

    /**
     * A sheet as one person sees it.
     *
     * @param state {@code once}, {@code differs} or {@code settled}
     * @param mine whether the caller typed it first
     * @param first shown to whoever typed it, and to all once both did
     */
    record SheetView(
            int number,
            String state,
            boolean mine,
            @Nullable Reading first,
            @Nullable Reading second,
            @Nullable String scan) {}

    List<Pile> of(UUID form) {
        return store.of(form);
    }

    @Transactional
    public Pile begin(
            FormView form, String givenName, int expected, @Nullable String controlField, @Nullable BigDecimal sum) {
        var name = givenName.strip();
        var published = forms.at(form.slug());
        boolean number = controlField == null
                || published
                        .definition()
                        .field(controlField)
                        .filter(field -> field.kind() == FieldKind.NUMBER)
                        .isPresent();
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || expected < 1
                || expected > 1000
                || !number
                || (controlField == null) != (sum == null)) {
            throw new Fault(
                    FormsFault.PAPER_BATCH_INVALID,
                    "A pile needs a name, a count of 1 to 1000 sheets, and for a sum the number field that it is of");
        }
        var now = clock.instant();
        var pile =
                new Pile(Ids.next(now), form.id(), published.version(), name, expected, controlField, sum, now, null);
        store.add(pile);
        return pile;
    }

    PileView view(UUID id, Actor actor) {
        var pile = pile(id);
        var shown = store.sheets(id).stream().map(sheet -> view(sheet, actor)).toList();
        return new PileView(pile, form(pile).definition(), shown);
    }

    private static SheetView view(Sheet sheet, Actor actor) {
        boolean mine = sheet.first().by().equals(actor.toString());
        boolean both = sheet.second() != null;
        var state = sheet.settled() != null ? "settled" : both ? "differs" : "once";
        return new SheetView(
                sheet.number(), state, mine, both || mine ? sheet.first() : null, sheet.second(), sheet.scan());
    }

    /** The first person's reading, or the second one's; the first may mend theirs until then. */
    @Transactional
    public SheetView type(UUID id, int number, Map<String, String> answers, List<String> boxes, Actor actor) {
        var pile = open(id);
        if (number < 1 || number > pile.expected()) {
            throw new Fault(
                            FormsFault.PAPER_SHEET_UNKNOWN,
                            "The pile has sheets 1 to " + pile.expected() + ": take one of them.")
                    .at("number", number);
        }
        var read = checked(pile, new Reading(answers, boxes, actor.toString()));
        var known = store.sheet(id, number).orElse(null);
        var next = known == null || known.second() == null && known.first().by().equals(read.by())
                ? new Sheet(known == null ? Ids.next(clock.instant()) : known.id(), number, read, null, null, null)
                : second(known, read);
        store.put(id, next);
        return view(store.sheet(id, number).orElseThrow(), actor);
    }

    private static Sheet second(Sheet known, Reading read) {
        if (known.first().by().equals(read.by())) {
            throw new Fault(
                    FormsFault.PAPER_SAME_PERSON, "You typed this sheet: somebody else types it the second time");
        }
        var settled = known.first().says(read) ? read : null;
        return new Sheet(known.id(), known.number(), known.first(), read, settled, known.scan());
    }

    /** Somebody compared both readings with the paper. */
    @Transactional
    public SheetView settle(UUID id, int number, Map<String, String> answers, List<String> boxes, Actor actor) {
        var pile = open(id);
        var known = sheet(id, number);
        if (known.second() == null)
            throw new Fault(FormsFault.PAPER_NOT_READY, "The sheet was typed once only: somebody else types it first");
        var read = checked(pile, new Reading(answers, boxes, actor.toString()));
        store.put(id, new Sheet(known.id(), number, known.first(), known.second(), read, known.scan()));
        return view(store.sheet(id, number).orElseThrow(), actor);
    }

    @Transactional
    public void scan(UUID id, int number, String name, byte[] content) {
        open(id);
        if (content.length == 0 || content.length > LARGEST_SCAN)
            throw new Fault(FormsFault.PAPER_SCAN_INVALID, "A scan has 1 byte to 10 MB: choose another file");
        sheet(id, number);
        store.scan(id, number, CustomerFiles.name(name), content);
    }

    /** Brings the whole pile into the base, or nothing of it. */
    @Transactional
    public void complete(UUID id, Actor actor) {
        var pile = open(id);
        var sheets = store.sheets(id);
        require(pile, sheets);
        var form = form(pile);
        for (Sheet sheet : sheets) {
            var settled = Objects.requireNonNull(sheet.settled());
            var answers = visitors.read(form.definition(), settled.answers(), Set.copyOf(settled.boxes()));
            var page = new FormTicket(pile.form(), pile.version(), clock.instant(), sheet.id(), 0, null);
            var language = form.definition().languages().getFirst();
            var visit = new Visit("paper", language, null, Map.of(), null, null);
            var taken =
                    submissions.take(new Submissions.Submission(form.form(), form.definition(), page, answers, visit));
            file(sheet, taken, actor);
        }
        store.done(id, clock.instant());
    }

    private void file(Sheet sheet, UUID submission, Actor actor) {
        var scan = store.scan(sheet.id());
        var subject = kept.find(submission).orElseThrow().subject();
        if (scan == null || sheet.scan() == null || subject == null) return;
        var customer = rooms.customers().customerOf(subject);
        if (customer.isEmpty()) return;
        var ids = rooms.customers().ids(List.of(customer.getAsInt()));
        rooms.files().attach(Objects.requireNonNull(ids.get(customer.getAsInt())), sheet.scan(), scan, actor);
    }

    private static void require(Pile pile, List<Sheet> sheets) {
        var missing = new ArrayList<String>();
        if (sheets.size() != pile.expected()) missing.add("count");
        if (sheets.stream().anyMatch(sheet -> sheet.settled() == null)) missing.add("unsettled");
        var field = pile.controlField();
        var sum = pile.controlSum();
        if (field != null
                && sum != null
                && missing.isEmpty()
                && sum(sheets, field).compareTo(sum) != 0) missing.add("sum");
        if (missing.isEmpty()) return;
        throw new Fault(
                        FormsFault.PAPER_NOT_READY,
                        "The pile is not complete: look at the count of sheets, the differences, and the sum")
                .with("missing", missing);
    }

    private static BigDecimal sum(List<Sheet> sheets, String field) {
        return sheets.stream()
                .map(sheet -> Objects.requireNonNull(sheet.settled()).answers().get(field))
                .filter(Objects::nonNull)
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Reading checked(Pile pile, Reading read) {
        var answers = visitors.read(form(pile).definition(), read.answers(), Set.copyOf(read.boxes()));
        if (answers.problems().isEmpty())
            return new Reading(new LinkedHashMap<>(answers.words()), read.boxes(), read.by());
        throw new Fault(FormsFault.FORM_ANSWERS_INVALID, "Some answers cannot be taken: mend them and send again")
                .with("problems", answers.problems());
    }

    private Sheet sheet(UUID id, int number) {
        return store.sheet(id, number)
                .orElseThrow(() -> new Fault(
                                FormsFault.PAPER_SHEET_UNKNOWN, "Nobody has typed sheet " + number + ": type it first")
                        .at("number", number));
    }

    private Published form(Pile pile) {
        return forms.as(pile.form(), pile.version());
    }

    /** To be written to: nobody else writes to it, or counts it in, before this transaction ends. */
    private Pile open(UUID id) {
        store.lock(id);
        var pile = pile(id);
        if (pile.doneAt() == null) return pile;
        throw new Fault(FormsFault.PAPER_DONE, "This pile is in the base already: begin another");
    }

    private Pile pile(UUID id) {
        return store.find(id)
                .orElseThrow(() -> new Fault(
                                FormsFault.PAPER_BATCH_UNKNOWN, "There is no pile " + id + ": look it up at its form")
                        .at("id", id));
    }
}
