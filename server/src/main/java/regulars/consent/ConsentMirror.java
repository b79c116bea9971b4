package regulars.consent;

import static schema.consent.Tables.PURPOSE;
import static schema.consent.Tables.STATE;
import static schema.consent.Tables.SUPPRESSION;
import static schema.customers.Tables.CONTACT_POINT;

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

    @Bean
    MirroredTable mirroredSuppression() {
        return new MirroredTable(SUPPRESSION, SUPPRESSION.ID)
                .through(SUPPRESSION.ADDRESS_HASH, CONTACT_POINT.ADDRESS_HASH);
    }
}
