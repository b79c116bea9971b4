package regulars.access;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static schema.access.Tables.IDEMPOTENT_RESPONSE;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class RecentAnswerStore {
    private final DSLContext dsl;

    RecentAnswerStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    int delete(Collection<String> texts) {
        var mentions = texts.stream()
                .map(text -> condition(
                        "position({0} in {1}) > 0",
                        val(text.getBytes(StandardCharsets.UTF_8)), IDEMPOTENT_RESPONSE.BODY))
                .reduce(noCondition(), Condition::or);
        return dsl.deleteFrom(IDEMPOTENT_RESPONSE).where(mentions).execute();
    }
}
