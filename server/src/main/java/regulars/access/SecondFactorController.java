package regulars.access;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.kernel.SignedIn;

/** A person's own authenticator app. */
@RestController
@RequestMapping("/api/v1/session/second-factor")
@SignedIn(peopleOnly = true)
class SecondFactorController {
    private final SecondFactors factors;

    SecondFactorController(SecondFactors factors) {
        this.factors = factors;
    }

    @PostMapping
    SecondFactors.Begun begin(@AuthenticationPrincipal Caller.User user, @RequestBody OwnPassword given) {
        return factors.begin(user.id(), given.password());
    }

    @PostMapping("/confirm")
    RecoveryCodes confirm(@AuthenticationPrincipal Caller.User user, @RequestBody AppCode given) {
        return new RecoveryCodes(factors.confirm(user.id(), given.code()));
    }

    @PostMapping("/remove")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Caller.User user, @RequestBody OwnPassword given) {
        factors.remove(user.id(), given.password());
    }

    record OwnPassword(String password) {
        @Override
        public String toString() {
            return "OwnPassword[...]"; // never into a log
        }
    }

    record AppCode(String code) {
        @Override
        public String toString() {
            return "AppCode[...]";
        }
    }

    record RecoveryCodes(List<String> codes) {
        @Override
        public String toString() {
            return "RecoveryCodes[...]";
        }
    }
}
