package regulars.sources;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import regulars.access.BodyLimit;
import regulars.access.Colleagues;
import regulars.warehouse.Warehouse;

@Configuration(proxyBeanMethods = false)
class SourcesWiring {
    private static final Duration MIRROR_WAIT = Duration.ofMinutes(2);

    @Bean
    Shown importShown(Warehouse warehouse) {
        return () -> warehouse.catchUp(MIRROR_WAIT);
    }

    @Bean
    Owners importOwners(Colleagues colleagues) {
        return colleagues::named;
    }

    /** A little more than the file, which says itself what is too much of it. */
    @Bean
    BodyLimit importFileLimit(@Value("${regulars.import-file-size:1GB}") DataSize most) {
        return new BodyLimit("/api/v1/imports/files", DataSize.ofBytes(most.toBytes() + 1024 * 1024));
    }
}
