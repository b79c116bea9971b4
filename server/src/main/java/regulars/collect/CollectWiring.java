package regulars.collect;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import regulars.access.Secrets;
import regulars.kernel.Installation;
import regulars.kernel.StopJournal;

@Configuration(proxyBeanMethods = false)
class CollectWiring {
    @Bean
    StopJournal stopJournal(Installation installation) {
        return new StopJournal(installation.data());
    }

    /** Lazy: the secret is read at the first erased key, not while the program starts. */
    @Bean
    ErasedKey erasedKey(Secrets secrets) {
        return new ErasedKey(() -> secrets.key("erased subjects"));
    }
}
