package regulars.customers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import regulars.access.Secrets;

@Configuration(proxyBeanMethods = false)
class AddressWiring {
    /** Lazy: the secret is read at the first address, not while the program starts. */
    @Bean
    AddressHash addressHash(Secrets secrets) {
        return new AddressHash(() -> secrets.key("suppression"));
    }
}
