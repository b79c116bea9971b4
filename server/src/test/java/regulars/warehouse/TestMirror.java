package regulars.warehouse;

import static schema.collect.Tables.EVENT;
import static schema.collect.Tables.SUBJECT;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_LINE;
import static schema.commerce.Tables.ORDER_REFUND;
import static schema.commerce.Tables.PRODUCT;
import static schema.consent.Tables.PURPOSE;
import static schema.consent.Tables.STATE;
import static schema.consent.Tables.SUPPRESSION;
import static schema.customers.Tables.ATTRIBUTE;
import static schema.customers.Tables.ATTRIBUTE_CURRENT;
import static schema.customers.Tables.COMPANY;
import static schema.customers.Tables.COMPANY_PERSON;
import static schema.customers.Tables.CONTACT_POINT;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.CUSTOM_OBJECT;
import static schema.customers.Tables.OBJECT_LINK;
import static schema.customers.Tables.OBJECT_VALUE;
import static schema.customers.Tables.SUBJECT_LINK;
import static schema.segments.Tables.LIST_PLACE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.util.FileSystemUtils;
import regulars.SettableClock;
import regulars.kernel.MirroredTable;
import regulars.kernel.Sights;

/**
 * A mirror for tests of any room: of the whole foundation's tables, in a folder of its own, moved by hand. Write to
 * PostgreSQL, then {@link #catchUp()}.
 */
public final class TestMirror implements AutoCloseable {
    public static final List<MirroredTable> TABLES = List.of(
            new MirroredTable(SUBJECT, SUBJECT.NUMBER).aboutNobody(),
            new MirroredTable(EVENT, EVENT.NUMBER, EVENT.OCCURRED_AT),
            new MirroredTable(CUSTOMER, CUSTOMER.NUMBER).ownedBy(CUSTOMER.OWNER_ID),
            new MirroredTable(SUBJECT_LINK, SUBJECT_LINK.SUBJECT_NUMBER),
            new MirroredTable(CONTACT_POINT, CONTACT_POINT.ID),
            new MirroredTable(ATTRIBUTE, ATTRIBUTE.ID),
            new MirroredTable(ATTRIBUTE_CURRENT, ATTRIBUTE_CURRENT.ID),
            new MirroredTable(CUSTOM_OBJECT, CUSTOM_OBJECT.NUMBER)
                    .through(CUSTOM_OBJECT.NUMBER, OBJECT_LINK.OBJECT_NUMBER),
            new MirroredTable(OBJECT_LINK, OBJECT_LINK.ID)
                    .through(OBJECT_LINK.COMPANY_NUMBER, COMPANY_PERSON.COMPANY_NUMBER),
            new MirroredTable(COMPANY, COMPANY.NUMBER)
                    .through(COMPANY.NUMBER, COMPANY_PERSON.COMPANY_NUMBER)
                    .below(COMPANY.PARENT_NUMBER)
                    .ownedBy(COMPANY.OWNER_ID),
            new MirroredTable(COMPANY_PERSON, COMPANY_PERSON.ID),
            new MirroredTable(OBJECT_VALUE, OBJECT_VALUE.ID)
                    .through(OBJECT_VALUE.OBJECT_NUMBER, OBJECT_LINK.OBJECT_NUMBER),
            new MirroredTable(PURPOSE, PURPOSE.ID),
            new MirroredTable(STATE, STATE.ID),
            new MirroredTable(SUPPRESSION, SUPPRESSION.ID)
                    .through(SUPPRESSION.ADDRESS_HASH, CONTACT_POINT.ADDRESS_HASH),
            new MirroredTable(LIST_PLACE, LIST_PLACE.ID),
            new MirroredTable(PRODUCT, PRODUCT.NUMBER).through(PRODUCT.NUMBER, ORDER_LINE.PRODUCT_NUMBER),
            new MirroredTable(ORDERS, ORDERS.NUMBER, ORDERS.PLACED_AT),
            new MirroredTable(ORDER_LINE, ORDER_LINE.ID).through(ORDER_LINE.ORDER_NUMBER, ORDERS.NUMBER),
            new MirroredTable(ORDER_REFUND, ORDER_REFUND.ID).through(ORDER_REFUND.ORDER_NUMBER, ORDERS.NUMBER));

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DataSource database;
    private final Path folder;
    private final InstantSource clock;
    private final List<MirrorAdvanced> told = Collections.synchronizedList(new ArrayList<>());
    private Warehouse warehouse;

    public TestMirror(DataSource database) {
        this(database, new SettableClock(Instant.parse("2026-11-01T00:00:00Z")));
    }

    public TestMirror(DataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.folder = temporary();
        this.warehouse = open();
    }

    public Warehouse warehouse() {
        return warehouse;
    }

    /** Brings over all that is committed, and returns the warehouse to ask. */
    public Warehouse catchUp() {
        warehouse.barrier(PATIENCE);
        return warehouse;
    }

    public Path folder() {
        return folder;
    }

    public List<MirrorAdvanced> told() {
        return told;
    }

    /** The file in use. */
    Path file() {
        return open(warehouse).path();
    }

    /** Changes the mirror's file behind its back. */
    void damage(String sql) throws SQLException {
        try (var statement = open(warehouse).writer().createStatement()) {
            statement.execute(sql);
        }
    }

    private static MirrorFile open(Warehouse warehouse) {
        return Objects.requireNonNull(warehouse.feed().file(), "no file is open");
    }

    /** As after a restart: the file as it lies there is opened anew. */
    public void reopen() {
        warehouse.close();
        warehouse = open();
    }

    @Override
    public void close() {
        warehouse.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Warehouse open() {
        return new Warehouse(database, folder, TABLES, MirrorSettings.defaults(), Sights.WHOLE, clock, told::add);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("mirror");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
