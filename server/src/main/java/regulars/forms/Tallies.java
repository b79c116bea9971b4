package regulars.forms;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import regulars.access.Organisations;

/**
 * Counts what happens to forms. Of a page each thing counts once, as long as this node remembers the page; about whom
 * it was is not kept. Safe for use by several threads.
 */
@Component
class Tallies {
    static final Set<String> SIGNALS = Set.of("view", "start", "left");
    private static final int PAGES_REMEMBERED = 20_000;

    private final TallyStore store;
    private final Organisations organisations;
    private final InstantSource clock;
    private final Map<String, Boolean> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > PAGES_REMEMBERED;
        }
    };

    Tallies(TallyStore store, Organisations organisations, InstantSource clock) {
        this.store = store;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** What a page says of itself; {@code field} counts only for where it was left. */
    @Transactional
    public void signal(FormTicket page, FormDefinition form, String what, String field) {
        if (!SIGNALS.contains(what) || !first(page.key(), what)) return;
        boolean left = what.equals("left");
        if (left && form.field(field).isEmpty()) return;
        count(page.form(), page.version(), what, left ? field : "");
    }

    @Transactional
    public void count(UUID form, int version, String what, String detail) {
        var day = LocalDate.ofInstant(clock.instant(), organisations.get().zone());
        store.add(form, version, day, what, detail);
    }

    /** In a transaction of its own: the one that refuses is rolled back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(FormTicket page, String why) {
        count(page.form(), page.version(), "refused", why);
    }

    private boolean first(UUID page, String what) {
        synchronized (seen) {
            return seen.put(page + what, true) == null;
        }
    }
}
