package regulars.channels;

import static schema.channels.Tables.SETTINGS;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import schema.channels.tables.records.SettingsRecord;

/** The one row of settings; before anyone saved it, the defaults of the table. */
@Repository
class SettingsStore implements SendSettings {
    static final String NOBODY = "regulars@regulars.invalid";
    private static final int CONNECTIONS = 4;

    private final DSLContext dsl;
    private final PasswordCipher cipher;

    SettingsStore(DSLContext dsl, PasswordCipher cipher) {
        this.dsl = dsl;
        this.cipher = cipher;
    }

    @Override
    public MailSettings current() {
        var row = dsl.fetchOptional(SETTINGS).orElse(null);
        if (row == null) return new MailSettings(null, "", NOBODY, null, CONNECTIONS, null, DomainLimits.NONE);
        return new MailSettings(
                server(row),
                row.getFromName(),
                Objects.requireNonNullElse(row.getFromAddress(), NOBODY),
                row.getReplyTo(),
                row.getConnections(),
                row.getPerMinute(),
                new DomainLimits(row.getDomainPerMinute(), row.getDomainConnections()));
    }

    private MailSettings.@Nullable MailServer server(SettingsRecord row) {
        if (row.getServer().equals("builtin")) return null;
        var security = MailSettings.Security.valueOf(row.getSecurity().toUpperCase(Locale.ROOT));
        var encrypted = row.getPasswordEncrypted();
        var password = encrypted == null ? null : cipher.decrypt(encrypted);
        return new MailSettings.MailServer(row.getHost(), row.getPort(), security, row.getUsername(), password);
    }

    void save(MailSettings settings, Instant now) {
        var row = new SettingsRecord();
        row.setOne(true);
        var server = settings.server();
        row.setServer(server == null ? "builtin" : "smtp");
        if (server != null) {
            row.setHost(server.host());
            row.setPort(server.port());
            row.setSecurity(server.security().code());
            row.setUsername(server.username());
            row.setPasswordEncrypted(server.password() == null ? null : cipher.encrypt(server.password()));
        }
        row.setFromName(settings.fromName());
        row.setFromAddress(settings.fromAddress().equals(NOBODY) ? null : settings.fromAddress());
        row.setReplyTo(settings.replyTo());
        row.setConnections(settings.connections());
        row.setPerMinute(settings.perMinute());
        row.setDomainPerMinute(settings.domains().perMinute());
        row.setDomainConnections(settings.domains().connections());
        row.setChangedAt(now);
        dsl.insertInto(SETTINGS)
                .set(row)
                .onConflict(SETTINGS.ONE)
                .doUpdate()
                .set(row)
                .execute();
    }
}
