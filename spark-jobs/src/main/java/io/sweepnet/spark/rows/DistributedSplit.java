package io.sweepnet.spark.rows;

import io.sweepnet.data.FeatureScaling;
import io.sweepnet.data.TargetScaling;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parts of a table on executors, scaled and ready for training. Training rows are held in memory, and on disk if the
 * memory does not suffice; validation and test rows are held on disk. Rows that are lost with an executor are computed again
 * from the source.
 *
 * <pre>{@code
 * try (DistributedSplit split = table.split(42, Optional.empty(), Optional.empty());
 *         Execution execution = RowsExecution.of(SearchRequest.of(settings, 20), split)) {
 *     SearchResult result = execution.search(TrainingContext.NONE);
 * }
 * }</pre>
 *
 * @param training the training rows
 * @param validation the validation rows, if any
 * @param test the test rows, if any
 * @param scaling the scaling of the features
 * @param targetScaling the scaling of the target
 * @param weightedRows number of training rows with a weight above 0
 * @param largestTarget largest absolute value of the target in the training rows, before scaling
 */
public record DistributedSplit(
        TablePart training,
        Optional<TablePart> validation,
        Optional<TablePart> test,
        FeatureScaling scaling,
        TargetScaling targetScaling,
        long weightedRows,
        double largestTarget)
        implements AutoCloseable {

    /** Releases the rows on the executors. */
    @Override
    public void close() {
        Stream.of(Optional.of(training), validation, test)
                .flatMap(Optional::stream)
                .forEach(TablePart::unpersist);
    }
}
