package regulars.access;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessWiring {
    @Bean
    ServerAddress serverAddress(@Value("${regulars.url}") URI publicUrl) {
        return new ServerAddress(publicUrl);
    }
}
