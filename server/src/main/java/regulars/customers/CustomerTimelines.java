package regulars.customers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import regulars.access.BodyLimit;

/** What this room tells on a customer's timeline. */
@Configuration(proxyBeanMethods = false)
class CustomerTimelines {
    @Bean
    TimelinePart noteTimeline(NoteStore store) {
        return TimelinePart.of("note", store::entries);
    }

    @Bean
    TimelinePart fileTimeline(CustomerFileStore store) {
        return TimelinePart.of("file", store::entries);
    }

    @Bean
    TimelinePart stepTimeline(NextStepStore store) {
        return TimelinePart.of("step", store::entries);
    }

    /** A little more than the file, for the form around it. */
    @Bean
    BodyLimit customerFileLimit() {
        return new BodyLimit("/api/v1/customers/*/files", DataSize.ofMegabytes(CustomerFiles.LARGEST_MEGABYTES + 1));
    }
}
