package regulars.insight;

/**
 * Where one-time, periodic and regular buyers part, and economy, standard and VIP average checks.
 *
 * @param frequency orders
 * @param check average revenue of an order in minor units
 */
record MatrixThresholds(Bounds frequency, Bounds check) {
    static final int BANDS = 3;

    MatrixThresholds checked() {
        return new MatrixThresholds(frequency.checked("frequency", BANDS), check.checked("check", BANDS));
    }
}
