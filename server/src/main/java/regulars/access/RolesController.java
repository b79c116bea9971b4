package regulars.access;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

@RestController
@RequestMapping("/api/v1/roles")
@Needs(Permission.USERS_MANAGE)
class RolesController {
    private final Roles roles;

    RolesController(Roles roles) {
        this.roles = roles;
    }

    @GetMapping
    RoleList list() {
        return new RoleList(roles.all());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Roles.Role add(@AuthenticationPrincipal Caller caller, @RequestBody RoleWish wish) {
        return roles.add(wish.name(), wish.permissions(), wish.reach(), caller);
    }

    @PutMapping("/{id}")
    Roles.Role change(@AuthenticationPrincipal Caller caller, @PathVariable String id, @RequestBody RoleWish wish) {
        return roles.change(id, wish.name(), wish.permissions(), wish.reach(), caller);
    }

    /** Says whose customers people of the role see; of the product's roles too. */
    @PutMapping("/{id}/scope")
    Roles.Role narrow(@AuthenticationPrincipal Caller caller, @PathVariable String id, @RequestBody ScopeWish wish) {
        return roles.narrow(id, wish.scope(), caller);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        roles.remove(id, caller.actor());
    }

    record RoleList(List<Roles.Role> items) {}

    /** @param scope null for everybody's customers */
    record RoleWish(
            String name,
            Set<Permission> permissions,
            @Nullable RoleScope scope) {
        RoleScope reach() {
            return scope == null ? RoleScope.ALL : scope;
        }
    }

    record ScopeWish(RoleScope scope) {}
}
