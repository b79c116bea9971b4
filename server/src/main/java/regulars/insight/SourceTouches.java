package regulars.insight;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
import static schema.collect.Tables.EVENT;
import static schema.customers.Tables.CUSTOMER;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import regulars.warehouse.Warehouse;

/**
 * Which visit brought each customer: the first or the last page they saw that says where they came from, by {@code utm_…}
 * or by a page of another site. Who never visited came with the record that told of them.
 *
 * @param kinds of the sources of records, by their ids
 */
record SourceTouches(SourceTouch which, Map<Integer, String> kinds) {
    private static final String TOUCHES = "touches";
    static final Field<Integer> PERSON = field(name(TOUCHES, "person"), SQLDataType.INTEGER);
    private static final Field<String> SAID = field(name(TOUCHES, "said"), SQLDataType.VARCHAR);
    private static final String HOST = "^https?://(?:www[.])?([^/:?#]+)";

    private static final Map<String, String> MEDIA = Map.of(
            "email", "^(e-?mail|newsletter|mail)$",
            "paid", "^(cpc|ppc|cpm|cpa|paid.*|display|banner|ads?|retargeting)$",
            "social", "^(social.*|smm|sm)$",
            "messenger", "^(sms|push|telegram|viber|whatsapp|wechat|messenger)$",
            "referral", "^(referral|affiliate|partner)$",
            "search", "^(organic|search|seo)$");

    private static final String SEARCH =
            "(^|[.])(google|bing|yandex|ya|duckduckgo|baidu|yahoo|ecosia|sogou|so|startpage|qwant)[.]";
    private static final String SOCIAL =
            "(^|[.])(facebook|instagram|linkedin|tiktok|youtube|pinterest|reddit|weibo|vk|ok"
                    + "|twitter|x|t|threads|xiaohongshu|zhihu)[.]";

    /** One row for each customer who came from somewhere. */
    Table<?> table() {
        var person = Warehouse.customer(EVENT);
        var pick = which == SourceTouch.FIRST ? "arg_min({0}, {1})" : "arg_max({0}, {1})";
        var said = field(pick, SQLDataType.VARCHAR, EVENT.PROPERTIES.cast(SQLDataType.VARCHAR), EVENT.OCCURRED_AT);
        return select(person.as("person"), said.as("said"))
                .from(EVENT)
                .where(EVENT.TYPE.eq(inline("page")), person.isNotNull(), tells(EVENT.PROPERTIES.cast(String.class)))
                .groupBy(person)
                .asTable(TOUCHES);
    }

    private static Condition tells(Field<String> said) {
        return text(said, "utm_source")
                .isNotNull()
                .or(text(said, "utm_medium").isNotNull())
                .or(text(said, "utm_campaign").isNotNull())
                .or(host(said).isNotNull());
    }

    /** What customers are put together by. */
    Field<String> key(SourceBy by) {
        return switch (by) {
            case CHANNEL -> channel();
            case RECORD -> record().cast(SQLDataType.VARCHAR);
            case UTM_SOURCE -> text(SAID, "utm_source");
            case UTM_MEDIUM -> text(SAID, "utm_medium");
            case CAMPAIGN -> text(SAID, "utm_campaign");
            case REFERRAL -> host(SAID);
        };
    }

    private Field<Integer> record() {
        return which == SourceTouch.FIRST ? CUSTOMER.FIRST_SOURCE_ID : CUSTOMER.LAST_SOURCE_ID;
    }

    private Field<String> channel() {
        var medium = DSL.lower(text(SAID, "utm_medium"));
        var channel = when(DSL.falseCondition(), inline(""));
        for (var known : new TreeMap<>(MEDIA).entrySet()) {
            channel = channel.when(matches(medium, known.getValue()), inline(known.getKey()));
        }
        channel = channel.when(
                        medium.isNotNull()
                                .or(text(SAID, "utm_source").isNotNull())
                                .or(text(SAID, "utm_campaign").isNotNull()),
                        inline("campaign"))
                .when(matches(host(SAID), SEARCH), inline("search"))
                .when(matches(host(SAID), SOCIAL), inline("social"))
                .when(host(SAID).isNotNull(), inline("referral"));
        for (String kind : List.copyOf(new TreeSet<>(kinds.values()))) {
            var ids = kinds.entrySet().stream()
                    .filter(one -> one.getValue().equals(kind))
                    .map(one -> inline(one.getKey()))
                    .toList();
            channel = channel.when(record().in(ids), inline(kind));
        }
        return channel;
    }

    private static Condition matches(Field<String> text, String pattern) {
        return DSL.condition("coalesce(regexp_matches({0}, {1}), false)", text, inline(pattern));
    }

    private static Field<String> text(Field<String> said, String property) {
        return nullif(
                field("json_extract_string({0}, {1})", SQLDataType.VARCHAR, said, inline("$." + property)), inline(""));
    }

    /** Of the page before, when it is of another site than the page itself. */
    private static Field<String> host(Field<String> said) {
        return nullif(nullif(hostOf(text(said, "referrer")), inline("")), hostOf(text(said, "url")));
    }

    private static Field<String> hostOf(Field<String> address) {
        return field("lower(regexp_extract({0}, {1}, 1))", SQLDataType.VARCHAR, address, inline(HOST));
    }
}
