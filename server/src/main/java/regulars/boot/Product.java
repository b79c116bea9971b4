package regulars.boot;

import static regulars.boot.Exit.PORT_BUSY;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import postgres.FolderLock;
import postgres.PostgresFault;
import regulars.kernel.Installation;

/** The running product: its data folder's lock, its database, its rooms and its web server, closed in reverse. */
public final class Product implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Product.class);

    private final StartSettings settings;
    private final FolderLock lock;
    private final Database database;
    private final ConfigurableApplicationContext rooms;

    private Product(StartSettings settings, FolderLock lock, Database database, ConfigurableApplicationContext rooms) {
        this.settings = settings;
        this.lock = lock;
        this.database = database;
        this.rooms = rooms;
    }

    /**
     * Starts everything and returns when it answers. {@code changes} come before the rooms are wired: a bean of theirs
     * takes the place of ours, as the demo's clock does.
     *
     * @throws StartFault when somebody has to act first
     */
    public static Product start(
            Class<?> application,
            StartSettings settings,
            List<ApplicationContextInitializer<GenericApplicationContext>> changes) {
        requireFreePort(settings);
        var lock = lock(settings);
        Database database = null;
        try {
            database = Database.open(settings);
            return new Product(settings, lock, database, rooms(application, settings, database, changes));
        } catch (RuntimeException e) {
            if (database != null) database.close();
            lock.close();
            throw e;
        }
    }

    public StartSettings settings() {
        return settings;
    }

    /** A bean of the running product, for the demo, the benches and tests. */
    public <T> T bean(Class<T> type) {
        return rooms.getBean(type);
    }

    public <T> Collection<T> beans(Class<T> type) {
        return rooms.getBeansOfType(type).values();
    }

    @Override
    public void close() {
        try (lock;
                database) {
            rooms.close();
        }
        log.info("Stopped");
    }

    private static ConfigurableApplicationContext rooms(
            Class<?> application,
            StartSettings settings,
            Database database,
            List<ApplicationContextInitializer<GenericApplicationContext>> changes) {
        var spring = new SpringApplication(application);
        spring.setRegisterShutdownHook(false); // the database has to outlive the rooms: see close()
        spring.addInitializers((GenericApplicationContext context) -> furnish(context, settings, database));
        changes.forEach(spring::addInitializers);
        try {
            return spring.run();
        } catch (RuntimeException e) {
            throw told(e, settings);
        }
    }

    private static void furnish(GenericApplicationContext context, StartSettings settings, Database database) {
        Map<String, Object> server = Map.of("server.address", settings.bind(), "server.port", settings.port());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("start", server));
        context.registerBean(Installation.class, settings::installation);
        context.registerBean("dataSource", DataSource.class, database::dataSource);
    }

    private static RuntimeException told(RuntimeException failure, StartSettings settings) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException) return portBusy(settings, failure);
        }
        return failure;
    }

    static FolderLock lock(StartSettings settings) {
        try {
            return FolderLock.of(settings.data());
        } catch (PostgresFault e) {
            throw new StartFault(Database.exit(e), e.getMessage() + " by REGULARS_DATA", e);
        }
    }

    /** Asked before the database starts, so that the answer comes at once. */
    private static void requireFreePort(StartSettings settings) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(settings.bind(), settings.port()));
        } catch (IOException e) {
            throw portBusy(settings, e);
        }
    }

    private static StartFault portBusy(StartSettings settings, Exception cause) {
        return new StartFault(
                PORT_BUSY,
                "Port %d of %s cannot be listened on: stop the program that has it, or choose another by REGULARS_PORT"
                        .formatted(settings.port(), settings.bind()),
                cause);
    }
}
