package regulars.collect;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import regulars.access.Secrets;

@Configuration(proxyBeanMethods = false)
class CollectWiring {
    /** Lazy: the secret is read at the first erased key, not while the program starts. */
    @Bean
    ErasedKey erasedKey(Secrets secrets) {
        return new ErasedKey(() -> secrets.key("erased subjects"));
    }
}
