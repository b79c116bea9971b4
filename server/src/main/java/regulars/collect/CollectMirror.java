package regulars.collect;

import static schema.collect.Tables.EVENT;
import static schema.collect.Tables.SUBJECT;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import regulars.kernel.MirroredTable;

@Configuration(proxyBeanMethods = false)
class CollectMirror {
    @Bean
    MirroredTable mirroredSubject() {
        return new MirroredTable(SUBJECT, SUBJECT.NUMBER).aboutNobody();
    }

    @Bean
    MirroredTable mirroredEvent() {
        return new MirroredTable(EVENT, EVENT.NUMBER, EVENT.OCCURRED_AT).without(EVENT.SENT);
    }
}
