package regulars.consent;

import static schema.consent.Tables.PURPOSE;
import static schema.consent.Tables.STATE;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import regulars.kernel.MirroredTable;

@Configuration(proxyBeanMethods = false)
class ConsentMirror {
    @Bean
    MirroredTable mirroredPurpose() {
        return new MirroredTable(PURPOSE, PURPOSE.ID);
    }

    @Bean
    MirroredTable mirroredState() {
        return new MirroredTable(STATE, STATE.ID);
    }
}
