package regulars;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Autowired;

/** The habits that a machine can keep; CONTRIBUTING.md tells how each was seen red. */
@AnalyzeClasses(packages = "regulars", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** The mirror's own DuckDB contexts and the wiring apart. */
    @ArchTest
    static final ArchRule onlyStoresHoldADatabase = noFields()
            .that()
            .areDeclaredInClassesThat()
            .haveSimpleNameNotEndingWith("Store")
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackages("regulars.boot..", "regulars.warehouse..")
            .should()
            .haveRawType(DSLContext.class)
            .because("SQL on PostgreSQL stays in the room's Store");

    @ArchTest
    static final ArchRule controllersHaveNoSql = noClasses()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq..", "java.sql..", "org.springframework.jdbc..");

    @ArchTest
    static final ArchRule timeComesFromOutside = timeComesFromOutside();

    @ArchTest
    static final ArchRule nobodySleeps =
            noClasses().should().callMethod(Thread.class, "sleep", long.class).because("wait for what you wait for");

    @ArchTest
    static final ArchRule constructorsInject =
            noFields().should().beAnnotatedWith(Autowired.class).because("a constructor says what a class needs");

    @ArchTest
    static final ArchRule nothingPrints = noClasses()
            .that()
            .resideOutsideOfPackages("regulars.boot..", "regulars.demo..", "regulars.operate..")
            .should()
            .accessField(System.class, "out");

    @ArchTest
    static final ArchRule oneJackson = noClasses()
            .that()
            .resideOutsideOfPackage(
                    "regulars.access.web..") // the API's description is made by a library of the old one
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson.databind..");

    private static ArchRule timeComesFromOutside() {
        var rule = noClasses()
                .that()
                .resideOutsideOfPackage("regulars.boot..")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone");
        for (var type : List.of(
                Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)) {
            rule = rule.orShould().callMethod(type, "now");
        }
        return rule.because("tests and the demo move the clock: inject InstantSource");
    }
}
