package regulars.channels;

import static schema.channels.Tables.SETTINGS;

import java.util.Locale;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import schema.channels.tables.records.SettingsRecord;

/** The one row of settings; before anyone saved it, the defaults of the table. */
@Repository
class SettingsStore implements SendSettings {
    private static final String NOBODY = "regulars@regulars.invalid";

    private final DSLContext dsl;

    SettingsStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public MailSettings current() {
        var row = dsl.fetchOptional(SETTINGS).orElse(null);
        if (row == null) return new MailSettings(null, "", NOBODY, null, 4, null);
        return new MailSettings(
                server(row),
                row.getFromName(),
                Objects.requireNonNullElse(row.getFromAddress(), NOBODY),
                row.getReplyTo(),
                row.getConnections(),
                row.getPerMinute());
    }

    private static MailSettings.@Nullable MailServer server(SettingsRecord row) {
        if (row.getServer().equals("builtin")) return null;
        var security = MailSettings.Security.valueOf(row.getSecurity().toUpperCase(Locale.ROOT));
        return new MailSettings.MailServer(row.getHost(), row.getPort(), security, row.getUsername(), null);
    }
}
