package regulars.warehouse;

/** PostgreSQL counts time from 2000 and DuckDB from 1970; both keep the far ends for the infinities. */
final class WireTime {
    private static final long MICROS_TO_2000 = 946_684_800_000_000L;
    private static final int DAYS_TO_2000 = 10_957;

    private WireTime() {}

    static long epochMicros(long micros) {
        if (micros == Long.MAX_VALUE || micros > Long.MAX_VALUE - MICROS_TO_2000) return Long.MAX_VALUE;
        return micros == Long.MIN_VALUE ? -Long.MAX_VALUE : micros + MICROS_TO_2000;
    }

    static int epochDays(int days) {
        if (days == Integer.MAX_VALUE) return Integer.MAX_VALUE;
        return days == Integer.MIN_VALUE ? -Integer.MAX_VALUE : days + DAYS_TO_2000;
    }
}
