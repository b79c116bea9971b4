package regulars.customers;

import static schema.customers.Tables.IDENTITY_RULE;
import static schema.customers.Tables.SOURCE;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The rules of identity, and the sources whose addresses are trusted. */
@Repository
class IdentityRuleStore {
    private final DSLContext dsl;

    IdentityRuleStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    IdentityRules rules() {
        return dsl.select(
                        IDENTITY_RULE.BY_EMAIL,
                        IDENTITY_RULE.BY_PHONE,
                        IDENTITY_RULE.PHONE_FIRST,
                        IDENTITY_RULE.NAMES_AGREE,
                        IDENTITY_RULE.RECYCLED_AFTER)
                .from(IDENTITY_RULE)
                .fetchSingle(
                        row -> new IdentityRules(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /** For what the source says: one that is not trusted recognises nobody by an address. */
    IdentityRules rules(int source) {
        var rules = rules();
        boolean trusted = dsl.fetchExists(SOURCE, SOURCE.ID.eq(source), SOURCE.RECOGNISES.isTrue());
        if (trusted) return rules;
        return new IdentityRules(false, false, rules.phoneFirst(), rules.namesAgree(), rules.recycledAfter());
    }

    void save(IdentityRules rules) {
        dsl.update(IDENTITY_RULE)
                .set(IDENTITY_RULE.BY_EMAIL, rules.byEmail())
                .set(IDENTITY_RULE.BY_PHONE, rules.byPhone())
                .set(IDENTITY_RULE.PHONE_FIRST, rules.phoneFirst())
                .set(IDENTITY_RULE.NAMES_AGREE, rules.namesAgree())
                .set(IDENTITY_RULE.RECYCLED_AFTER, rules.recycledAfter())
                .execute();
    }

    /** A source of customers; its addresses recognise people of others, or only its own ids do. */
    record TrustedSource(int id, String name, String kind, boolean recognises) {}

    List<TrustedSource> sources() {
        return dsl.select(SOURCE.ID, SOURCE.NAME, SOURCE.KIND, SOURCE.RECOGNISES)
                .from(SOURCE)
                .orderBy(SOURCE.NAME, SOURCE.ID)
                .fetch(row -> new TrustedSource(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    boolean trust(int source, boolean recognises) {
        return dsl.update(SOURCE)
                        .set(SOURCE.RECOGNISES, recognises)
                        .where(SOURCE.ID.eq(source))
                        .execute()
                > 0;
    }
}
