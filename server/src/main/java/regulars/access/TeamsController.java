package regulars.access;

import java.util.List;
import java.util.UUID;
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
@RequestMapping("/api/v1/teams")
@Needs(Permission.USERS_MANAGE)
class TeamsController {
    private final Teams teams;

    TeamsController(Teams teams) {
        this.teams = teams;
    }

    @GetMapping
    TeamList list() {
        return new TeamList(teams.all());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Teams.Team add(@AuthenticationPrincipal Caller caller, @RequestBody TeamWish wish) {
        return teams.add(wish.name(), caller);
    }

    @PutMapping("/{id}")
    Teams.Team rename(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, @RequestBody TeamWish wish) {
        return teams.rename(id, wish.name(), caller);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        teams.remove(id, caller);
    }

    record TeamList(List<Teams.Team> items) {}

    record TeamWish(String name) {}
}
