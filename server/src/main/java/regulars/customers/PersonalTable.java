package regulars.customers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One table of what is held of a person, every row with the same columns. */
public record PersonalTable(String name, List<String> columns, List<Map<String, @Nullable Object>> rows) {
    public PersonalTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** As it is stored, under the names of the columns; JSON stays JSON. */
    public static PersonalTable of(String name, Result<? extends Record> stored) {
        var columns = new ArrayList<String>();
        for (Field<?> field : stored.fields()) columns.add(field.getName());
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (Record one : stored) {
            var row = new LinkedHashMap<String, @Nullable Object>();
            for (Field<?> field : stored.fields()) row.put(field.getName(), readable(one.get(field)));
            rows.add(row);
        }
        return new PersonalTable(name, columns, rows);
    }

    private static @Nullable Object readable(@Nullable Object value) {
        return value instanceof JSONB json ? JsonMapper.shared().readTree(json.data()) : value;
    }
}
