package regulars;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultDSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;

/** What every room is given: the clock and PostgreSQL. */
@Configuration(proxyBeanMethods = false)
class Wiring {
    /** Any other clock, such as the demo's, wins over this one. */
    @Bean
    @Fallback
    InstantSource systemClock() {
        return InstantSource.system();
    }

    @Bean
    DSLContext dsl(DataSource database, PlatformTransactionManager transactions) {
        var configuration = new DefaultConfiguration()
                .set(SQLDialect.POSTGRES)
                .set(new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(database)))
                .set(new SpringTransactions(transactions));
        configuration.settings().withExecuteLogging(false).withRenderFormatted(false);
        return new DefaultDSLContext(configuration);
    }
}
