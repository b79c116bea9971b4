package regulars.warehouse;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/** PostgreSQL's binary {@code numeric}: groups of four decimal digits, a weight, a sign. */
final class WireNumeric {
    private static final int BASE = 10_000;
    private static final int DIGITS = 4;
    private static final int NEGATIVE = 0x4000;
    private static final int NAN = 0xC000;
    private static final int INFINITE = 0xD000;
    private static final int NEGATIVE_INFINITE = 0xF000;

    private WireNumeric() {}

    /** The nearest double. */
    static double read(ByteBuffer wire) {
        int groups = wire.getShort();
        int weight = wire.getShort();
        int sign = wire.getShort() & 0xFFFF;
        wire.getShort(); // how many digits to show
        return switch (sign) {
            case NAN -> Double.NaN;
            case INFINITE -> Double.POSITIVE_INFINITY;
            case NEGATIVE_INFINITE -> Double.NEGATIVE_INFINITY;
            default -> finite(wire, groups, weight, sign == NEGATIVE);
        };
    }

    private static double finite(ByteBuffer wire, int groups, int weight, boolean negative) {
        var digits = BigInteger.ZERO;
        long small = 0;
        for (int group = 0; group < groups; group++) {
            if (groups <= DIGITS) small = small * BASE + wire.getShort();
            else digits = digits.multiply(BigInteger.valueOf(BASE)).add(BigInteger.valueOf(wire.getShort()));
        }
        if (groups <= DIGITS) digits = BigInteger.valueOf(small);
        var value = new BigDecimal(digits, (groups - 1 - weight) * DIGITS).doubleValue();
        return negative ? -value : value;
    }
}
