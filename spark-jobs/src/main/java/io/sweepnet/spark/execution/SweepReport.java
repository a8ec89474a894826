package io.sweepnet.spark.execution;

import io.sweepnet.search.SweepEnd;
import java.util.OptionalDouble;

/** The end of a sweep as tasks report it: loss, whether rows are watched, their loss, and whether the search is dead. */
final class SweepReport {

    private SweepReport() {}

    static double[] toArray(SweepEnd end) {
        return new double[] {
            end.loss(),
            end.validationLoss().isPresent() ? 1 : 0,
            end.validationLoss().orElse(0),
            end.isDead() ? 1 : 0
        };
    }

    static SweepEnd of(double[] numbers) {
        OptionalDouble validation = numbers[1] > 0 ? OptionalDouble.of(numbers[2]) : OptionalDouble.empty();
        return new SweepEnd(numbers[0], validation, numbers[3] > 0);
    }
}
