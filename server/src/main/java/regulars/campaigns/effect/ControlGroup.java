package regulars.campaigns.effect;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Who gets nothing, so that the effect can be seen: by a hash of campaign and person, so that the same question always has
 * the same answer, on every node and after a crash, and one campaign's control group says nothing about the next one's.
 */
public final class ControlGroup {
    private final UUID campaign;
    private final double share;

    public ControlGroup(UUID campaign, double share) {
        this.campaign = campaign;
        this.share = share;
    }

    public boolean holds(int customerNumber) {
        return position(customerNumber) < share;
    }

    /** Where in [0, 1) the person falls. */
    double position(int customerNumber) {
        var key = ByteBuffer.allocate(20)
                .putLong(campaign.getMostSignificantBits())
                .putLong(campaign.getLeastSignificantBits())
                .putInt(customerNumber);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.array());
            return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1.0p-53;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
