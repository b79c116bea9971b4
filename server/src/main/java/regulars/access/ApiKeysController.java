package regulars.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import schema.access.tables.records.ApiKeyRecord;

@RestController
@RequestMapping("/api/v1/api-keys")
@Needs(Permission.KEYS_MANAGE)
class ApiKeysController {
    private final ApiKeys keys;
    private final CurrentActor actor;

    ApiKeysController(ApiKeys keys, CurrentActor actor) {
        this.keys = keys;
        this.actor = actor;
    }

    @GetMapping
    ApiKeyList list() {
        return new ApiKeyList(keys.all().stream().map(ApiKeyView::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ApiKeys.NewKey add(@AuthenticationPrincipal Caller caller, @RequestBody NewApiKey wanted) {
        return keys.add(wanted.wish(), caller);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        keys.revoke(id, actor.get());
    }

    /**
     * @param kind null for one that a program keeps
     * @param permissions of a key for browsers always {@code events.write}, whatever is said
     * @param origins the sites that a key for browsers works on
     * @param scope null for everybody's customers
     * @param owner with whose eyes a narrower key sees
     * @param expiresAt from when on it is refused; null for never
     */
    record NewApiKey(
            String name,
            @Nullable KeyKind kind,
            Set<Permission> permissions,
            @Nullable List<String> origins,
            @Nullable RoleScope scope,
            @Nullable UUID owner,
            @Nullable Instant expiresAt) {
        ApiKeys.Wish wish() {
            return new ApiKeys.Wish(
                    name,
                    kind == null ? KeyKind.SERVER : kind,
                    permissions,
                    scope == null ? RoleScope.ALL : scope,
                    owner,
                    origins == null ? List.of() : origins,
                    expiresAt);
        }
    }

    record ApiKeyList(List<ApiKeyView> items) {}

    record ApiKeyView(
            UUID id,
            String name,
            String prefix,
            KeyKind kind,
            List<String> origins,
            Set<Permission> permissions,
            RoleScope scope,
            @Nullable UUID owner,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt) {
        static ApiKeyView of(ApiKeyRecord row) {
            return new ApiKeyView(
                    row.getId(),
                    row.getName(),
                    row.getPrefix(),
                    KeyKind.of(row.getKind()),
                    List.of(row.getOrigins()),
                    Roles.known(row.getPermissions()),
                    RoleScope.of(row.getScope()),
                    row.getOwner(),
                    row.getCreatedAt(),
                    row.getLastUsedAt(),
                    row.getExpiresAt(),
                    row.getRevokedAt());
        }
    }
}
