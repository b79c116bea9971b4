package regulars.customers;

import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import regulars.access.CurrentActor;

/** Who merges, when, and who is told. */
@Component
record MergeSurroundings(CurrentActor caller, ApplicationEventPublisher events, InstantSource clock) {}
