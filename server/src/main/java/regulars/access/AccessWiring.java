package regulars.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import regulars.kernel.Installation;

@Configuration(proxyBeanMethods = false)
class AccessWiring {
    @Bean
    ServerAddress serverAddress(Installation installation) {
        return new ServerAddress(installation.address());
    }

    @Bean
    @Fallback
    OwnerPassword terminalOrFile(Installation installation) {
        return new TerminalOrFile(installation.data().resolve("owner-password.txt"));
    }
}
