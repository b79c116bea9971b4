package regulars.channels;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

/** How mail leaves: settings and a test mail. The password goes in and never comes out. */
@RestController
@RequestMapping("/api/v1/sending")
@Needs(Permission.SETTINGS_MANAGE)
class SendingController {
    private final SettingsStore store;
    private final SettingsCheck check;
    private final SenderHealth health;
    private final SenderSignal signal;
    private final TestMail testMail;
    private final InstantSource clock;

    SendingController(
            SettingsStore store,
            SettingsCheck check,
            SenderHealth health,
            SenderSignal signal,
            TestMail testMail,
            InstantSource clock) {
        this.store = store;
        this.check = check;
        this.health = health;
        this.signal = signal;
        this.testMail = testMail;
        this.clock = clock;
    }

    @GetMapping
    SendingSettings get() {
        var settings = store.current();
        var server = settings.server();
        var trouble = health.trouble();
        return new SendingSettings(
                server == null ? "builtin" : "smtp",
                server == null ? null : SmtpSettings.of(server),
                settings.fromName(),
                settings.fromAddress().equals(SettingsStore.NOBODY) ? null : settings.fromAddress(),
                settings.replyTo(),
                settings.connections(),
                settings.perMinute(),
                settings.domains().perMinute(),
                settings.domains().connections(),
                DuplicateWindow.of(settings.connections()).size(),
                trouble == null ? null : new SendingTrouble(trouble.since(), trouble.detail()));
    }

    @PutMapping
    SendingSettings put(@RequestBody SendingSettingsChange change) {
        store.save(check.merged(change, store.current()), clock.instant());
        signal.wake();
        return get();
    }

    @PostMapping("/test")
    TestMailResult test(@RequestBody TestMailRequest request) {
        return new TestMailResult(testMail.send(request.to().strip()));
    }

    /**
     * {@code duplicateWindow}: at most so many people may get a message twice when a sending node is killed. The limits
     * of domains hold for each operator of mailboxes by itself.
     */
    record SendingSettings(
            String server,
            @Nullable SmtpSettings smtp,
            String fromName,
            @Nullable String fromAddress,
            @Nullable String replyTo,
            int connections,
            @Nullable Integer perMinute,
            @Nullable Integer domainPerMinute,
            @Nullable Integer domainConnections,
            int duplicateWindow,
            @Nullable SendingTrouble trouble) {}

    record SmtpSettings(
            String host,
            int port,
            String security,
            @Nullable String user,
            boolean passwordSet) {
        static SmtpSettings of(MailSettings.MailServer server) {
            return new SmtpSettings(
                    server.host(),
                    server.port(),
                    server.security().name().toLowerCase(Locale.ROOT),
                    server.username(),
                    server.password() != null);
        }
    }

    /** What keeps this node from sending since then. */
    record SendingTrouble(Instant since, String detail) {}

    /** {@code server} is {@code builtin} or {@code smtp}. */
    record SendingSettingsChange(
            String server,
            @Nullable SmtpSettingsChange smtp,
            @Nullable String fromName,
            @Nullable String fromAddress,
            @Nullable String replyTo,
            @Nullable Integer connections,
            @Nullable Integer perMinute,
            @Nullable Integer domainPerMinute,
            @Nullable Integer domainConnections) {}

    /** {@code password}: null keeps the stored one, as long as host and user stay the same. */
    record SmtpSettingsChange(
            String host,
            int port,
            String security,
            @Nullable String user,
            @Nullable String password) {}

    record TestMailRequest(String to) {}

    /** The server's words of acceptance. */
    record TestMailResult(String reply) {}
}
