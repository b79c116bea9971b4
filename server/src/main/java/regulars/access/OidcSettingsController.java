package regulars.access;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

/** The company's own sign-in as the operator's environment sets it; it is shown here and not changed. */
@RestController
@RequestMapping("/api/v1/oidc")
@Needs(Permission.SETTINGS_MANAGE)
class OidcSettingsController {
    private final OidcSettings settings;
    private final OidcInspection inspection;

    OidcSettingsController(
            @Value("${REGULARS_OIDC_ISSUER:}") String issuer,
            @Value("${REGULARS_OIDC_CLIENT_ID:}") String clientId,
            @Value("${REGULARS_OIDC_CLIENT_SECRET:}") String clientSecret,
            @Value("${REGULARS_OIDC_ROLE:}") String newcomers,
            OidcProvider provider,
            OidcInspection inspection,
            ServerAddress address) {
        this.inspection = inspection;
        this.settings = new OidcSettings(
                !issuer.isBlank(),
                issuer,
                clientId,
                !clientSecret.isBlank(),
                provider.name().orElse(null),
                newcomers.isBlank() ? null : newcomers.strip(),
                address.signedIn());
    }

    /**
     * @param secretSet whether a client's secret is named; it is never told
     * @param button what the sign-in page says; null when there is no such button
     * @param newcomers the role of whoever was not invited; null when such people are refused
     * @param callback what the provider has to be told as the address to come back to
     */
    record OidcSettings(
            boolean configured,
            String issuer,
            String clientId,
            boolean secretSet,
            @Nullable String button,
            @Nullable String newcomers,
            URI callback) {}

    @GetMapping
    OidcSettings settings() {
        return settings;
    }

    /** Reads what the provider publishes of itself, now. */
    @PostMapping("/check")
    OidcInspection.OidcCheck check() {
        return inspection.check();
    }
}
