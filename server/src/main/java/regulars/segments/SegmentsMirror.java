package regulars.segments;

import static schema.segments.Tables.LIST_PLACE;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import regulars.access.BodyLimit;
import regulars.kernel.MirroredTable;

@Configuration(proxyBeanMethods = false)
class SegmentsMirror {
    @Bean
    MirroredTable mirroredListPlace() {
        return new MirroredTable(LIST_PLACE, LIST_PLACE.ID);
    }

    @Bean
    BodyLimit newListLimit() {
        return new BodyLimit("/api/v1/segment-lists", SegmentLists.LARGEST);
    }

    @Bean
    BodyLimit listPeopleLimit() {
        return new BodyLimit("/api/v1/segments/*/people/**", SegmentLists.LARGEST);
    }
}
