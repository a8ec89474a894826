package io.sweepnet.spark.execution;

import io.sweepnet.search.SweepEnd;
import java.util.OptionalDouble;

/**
 * The encoding of the end of a sweep as numbers, in which tasks report it: the loss, 1 if there is a validation loss, the
 * validation loss or 0, and 1 if the search is dead.
 */
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
