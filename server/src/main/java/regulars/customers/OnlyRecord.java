package regulars.customers;

import static regulars.customers.ProfileField.BIRTH_DATE;
import static regulars.customers.ProfileField.CREATED_AT;
import static regulars.customers.ProfileField.EMAIL;
import static regulars.customers.ProfileField.FAMILY_NAME;
import static regulars.customers.ProfileField.FULL_NAME;
import static regulars.customers.ProfileField.GIVEN_NAME;
import static regulars.customers.ProfileField.MIDDLE_NAME;
import static regulars.customers.ProfileField.PHONE;
import static schema.customers.Tables.CUSTOMER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Batch;

/**
 * People of each of whom one record says all that is known: they are what it says, and what {@link Projection} would come
 * to by reading it back, which for a new base costs more than all the rest.
 */
final class OnlyRecord {
    private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff]+");

    private OnlyRecord() {}

    static Batch<Matching.Person> columns(List<Matching.Person> people) {
        var columns = Batch.of("person", people);
        Projection.TEXTS.forEach((field, column) -> columns.column(column, person -> value(person, field)));
        return columns.column(CUSTOMER.FULL_NAME, OnlyRecord::fullName)
                .column(CUSTOMER.BIRTH_DATE, person -> birthDate(value(person, BIRTH_DATE)))
                .column(CUSTOMER.EMAIL, person -> value(person, EMAIL))
                .column(CUSTOMER.PHONE, person -> value(person, PHONE));
    }

    static Instant createdAt(Matching.Person person, Instant now) {
        var said = value(person, CREATED_AT);
        return said == null ? now : Instant.parse(said);
    }

    private static @Nullable String value(Matching.Person person, ProfileField field) {
        return person.first().person().value(field);
    }

    private static @Nullable LocalDate birthDate(@Nullable String said) {
        return said == null ? null : LocalDate.parse(said);
    }

    private static String fullName(Matching.Person person) {
        boolean whole = person.first().person().profile().containsKey(FULL_NAME);
        return whole ? Objects.requireNonNullElse(value(person, FULL_NAME), "") : composed(person);
    }

    private static String composed(Matching.Person person) {
        var chinese = joined("", value(person, FAMILY_NAME), value(person, GIVEN_NAME));
        if (CHINESE.matcher(chinese).matches()) return chinese;
        return joined(" ", value(person, GIVEN_NAME), value(person, MIDDLE_NAME), value(person, FAMILY_NAME));
    }

    private static String joined(String between, @Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(between));
    }
}
