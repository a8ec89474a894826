package io.sweepnet.spark.rows;

import io.sweepnet.data.FeatureScaling;
import io.sweepnet.data.TargetScaling;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parts of a table on executors, ready to learn from. Training rows are held in memory, and on disk where that does not
 * suffice; the others on disk. What is lost with an executor is made anew from the files.
 *
 * @param training rows to learn from
 * @param validation rows to watch while learning, if any
 * @param test rows to judge by at the end, if any
 * @param scaling how the features were scaled
 * @param targetScaling how the target was scaled
 * @param countingRows training rows of a weight above 0
 * @param largestTarget largest size of a target in the training rows, before scaling
 */
public record DistributedSplit(
        TablePart training,
        Optional<TablePart> validation,
        Optional<TablePart> test,
        FeatureScaling scaling,
        TargetScaling targetScaling,
        long countingRows,
        double largestTarget)
        implements AutoCloseable {

    /** Lets the executors forget the rows. */
    @Override
    public void close() {
        Stream.of(Optional.of(training), validation, test)
                .flatMap(Optional::stream)
                .forEach(TablePart::unpersist);
    }
}
