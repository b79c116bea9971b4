package regulars.channels;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.kernel.SignedIn;

/** What a restore has stopped, and the word that lets it go on. */
@RestController
@RequestMapping("/api/v1/sending/hold")
class SendHoldController {
    private final SendHolds holds;

    SendHoldController(SendHolds holds) {
        this.holds = holds;
    }

    @GetMapping
    @SignedIn
    SendingHold get() {
        return holds.current();
    }

    @DeleteMapping
    @Needs(Permission.CAMPAIGNS_LAUNCH)
    SendingHold release() {
        return holds.release();
    }
}
