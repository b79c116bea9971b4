package regulars.segments;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static schema.customers.Tables.COMPANY;
import static schema.customers.Tables.COMPANY_PERSON;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import regulars.segments.Rule.CompanyRule;
import regulars.segments.Rule.CompanyTest;
import regulars.warehouse.Warehouse;

/** What customers are in which companies: all conditions about it are answered in one pass over the posts. */
final class CompanyPosts implements Source {
    private static final String NAMES = "names";

    private final String alias;
    private final List<CompanyRule> asked = new ArrayList<>();

    CompanyPosts(String alias) {
        this.alias = alias;
    }

    /** Whether one of the customer's posts meets the rule; null for whoever has none. */
    Field<Boolean> meets(CompanyRule rule) {
        if (!asked.contains(rule)) asked.add(rule);
        return field(name(alias, column(rule)), SQLDataType.BOOLEAN);
    }

    /** All companies, so that an answer "no" shows what there is instead. */
    Field<String> names() {
        return field(name(alias, NAMES), SQLDataType.CLOB);
    }

    @Override
    public Table<?> table(Scope scope) {
        List<SelectField<?>> columns = new ArrayList<>(List.of(
                customer().as(CUSTOMER),
                field("string_agg(distinct {0}, ', ')", SQLDataType.CLOB, COMPANY.NAME)
                        .as(NAMES)));
        for (var rule : asked) columns.add(boolOr(met(rule)).as(column(rule)));
        return select(columns)
                .from(joined())
                .where(customer().isNotNull(), scope.admits(customer()))
                .groupBy(customer())
                .asTable(alias);
    }

    private String column(CompanyRule rule) {
        return "meets" + asked.indexOf(rule);
    }

    /** Each post with its company; a deleted one has none. */
    static Table<?> joined() {
        return COMPANY_PERSON
                .join(COMPANY)
                .on(COMPANY.NUMBER.eq(COMPANY_PERSON.COMPANY_NUMBER), COMPANY.DELETED_AT.isNull());
    }

    static Field<Integer> customer() {
        return Warehouse.customer(COMPANY_PERSON);
    }

    /** Of one post, on rows of {@link #joined()}. */
    static Condition met(CompanyRule rule) {
        return company(rule)
                .and(and(rule.where().stream()
                        .filter(test -> test.field() == CompanyField.POSITION)
                        .map(test -> passes(COMPANY_PERSON.POSITION, test))
                        .toList()))
                .and(roles(rule.roles()));
    }

    private static Condition company(CompanyRule rule) {
        return switch (rule.reach()) {
            case null -> passes(rule);
            case ALONE -> passes(rule);
            case WITH_BELOW -> COMPANY.NUMBER.in(CompanyTree.of(passes(rule)));
        };
    }

    /** What is asked of the company itself, on rows of companies. */
    static Condition passes(CompanyRule rule) {
        return and(rule.where().stream()
                .filter(test -> test.field() != CompanyField.POSITION)
                .map(test -> passes(column(test.field()), test))
                .toList());
    }

    private static Condition passes(Field<String> text, CompanyTest test) {
        return ValueConditions.text(text, test.check());
    }

    private static Field<String> column(CompanyField field) {
        return switch (field) {
            case NAME -> COMPANY.NAME;
            case COUNTRY -> COMPANY.COUNTRY;
            case SIZE -> COMPANY.SIZE;
            case INDUSTRY -> COMPANY.INDUSTRY;
            case POSITION -> COMPANY_PERSON.POSITION;
        };
    }

    private static Condition roles(List<CompanyRole> roles) {
        if (roles.isEmpty()) return noCondition();
        return or(roles.stream().map(CompanyPosts::is).toList());
    }

    private static Condition is(CompanyRole role) {
        return switch (role) {
            case DECISION_MAKER -> COMPANY_PERSON.DECISION_MAKER.isTrue();
            case END_USER -> COMPANY_PERSON.END_USER.isTrue();
            case PAYER -> COMPANY_PERSON.PAYER.isTrue();
        };
    }
}
