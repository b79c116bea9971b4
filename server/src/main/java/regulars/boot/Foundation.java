package regulars.boot;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultDSLContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** What every room is given: SQL on the truth, and the time. */
@Configuration(proxyBeanMethods = false)
class Foundation {
    @Bean
    DSLContext dsl(DataSource dataSource, PlatformTransactionManager transactions) {
        var configuration = new DefaultConfiguration()
                .set(SQLDialect.POSTGRES)
                .set(new DataSourceConnectionProvider(dataSource))
                .set(new SpringTransactions(transactions))
                .set(new RequestPatience());
        configuration.settings().setExecuteLogging(false);
        return new DefaultDSLContext(configuration);
    }

    /** Ticks in microseconds, as the database keeps moments: none is read back later than it was written. */
    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }
}
