package regulars.access.web;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JsonWiring {
    @Bean
    JsonMapperBuilderCustomizer nonNullByDefault() {
        return json -> json.annotationIntrospector(new NonNullByDefault());
    }
}
