package regulars.operate;

import org.springframework.stereotype.Component;
import regulars.collect.EventGate;

/** How events come in. */
@Component
class EventMetrics {
    private final EventGate gate;

    EventMetrics(EventGate gate) {
        this.gate = gate;
    }

    void into(Figures figures) {
        var done = gate.figures();
        figures.counters(
                "regulars_events_total",
                "Events that came in, by what became of them: stored, duplicate, or why they were refused.",
                "outcome",
                done.outcomes());
        figures.counters(
                "regulars_event_step_seconds_total",
                "Time that each step of the gate took together.",
                "step",
                done.seconds());
        figures.gauge("regulars_events_waiting", "Events that wait for their transaction.", done.waiting());
    }
}
