package regulars.channels;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recipient put before the gate.
 *
 * @param id chosen by the caller, so that links signed for it can be made at once
 * @param address the best address, null when there is none
 * @param excluded the caller's own reason to leave this person out (control group, frequency cap, invalid address); it
 *     counts only where the gate has no reason of its own, so a control group holds only people who would have got it
 */
public record NewMessage(
        UUID id,
        int customerNumber,
        long subjectNumber,
        @Nullable String address,
        @Nullable Reason excluded) {}
