package io.sweepnet.spark.execution;

/**
 * What tasks tell of the end of a sweep.
 *
 * @param loss of the rows to learn from, by the direct rule
 * @param validationLoss of those to watch; NaN where there are none, or the driver has them itself
 * @param isDead whether nothing but a constant is left to learn; false where the driver finds out itself
 */
record SweepEnd(double loss, double validationLoss, boolean isDead) {

    double[] toArray() {
        return new double[] {loss, validationLoss, isDead ? 1 : 0};
    }

    static SweepEnd of(double[] numbers) {
        return new SweepEnd(numbers[0], numbers[1], numbers[2] > 0);
    }
}
