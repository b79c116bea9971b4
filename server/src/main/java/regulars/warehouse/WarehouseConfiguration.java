package regulars.warehouse;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import regulars.kernel.Installation;
import regulars.kernel.MirroredTable;
import regulars.kernel.Sights;

/** The mirror of all tables that the rooms name, in the data folder. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MirrorSettings.class)
class WarehouseConfiguration {
    @Bean(initMethod = "start", destroyMethod = "close")
    Warehouse warehouse(
            DataSource database,
            Installation installation,
            ObjectProvider<MirroredTable> tables,
            MirrorSettings settings,
            Sights sights,
            InstantSource clock,
            ApplicationEventPublisher events) {
        var folder = installation.data().resolve("mirror");
        return new Warehouse(
                database, folder, tables.orderedStream().toList(), settings, sights, clock, events::publishEvent);
    }
}
