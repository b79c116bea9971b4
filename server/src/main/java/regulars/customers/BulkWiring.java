package regulars.customers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BulkWiring {
    @Bean
    BulkKind tagAdding(AttributeBulk attribute, Tags tags) {
        return TagBulk.adding(attribute, tags);
    }

    @Bean
    BulkKind tagRemoving(AttributeBulk attribute, Tags tags) {
        return TagBulk.removing(attribute, tags);
    }
}
