package io.sweepnet.spark.execution;

import io.sweepnet.spark.channel.ChannelException;
import java.util.function.Supplier;

/**
 * A search on executors cannot begin or cannot go on: no executor registered in time, there are fewer task slots than tasks
 * that must run at the same time, a task or a start failed and would fail again, a step took too long, or the waiting thread
 * was interrupted. The message states the reason in one line.
 *
 * <pre>{@code
 * SearchResult result;
 * try (Execution execution = new CandidatesExecution(spark.sparkContext(), request, split)) {
 *     result = execution.search(TrainingContext.NONE);
 * } catch (SearchFailedException e) {
 *     result = new DriverExecution(request, split).search(TrainingContext.NONE);
 * }
 * }</pre>
 */
public final class SearchFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SearchFailedException(String message) {
        super(message);
    }

    private SearchFailedException(ChannelException failure) {
        super(failure.getMessage(), failure);
    }

    /**
     * Uses the channel.
     *
     * @throws SearchFailedException with the message of the channel, if the channel fails
     */
    static <T> T ifChannelFails(Supplier<T> use) {
        try {
            return use.get();
        } catch (ChannelException e) {
            throw new SearchFailedException(e);
        }
    }
}
