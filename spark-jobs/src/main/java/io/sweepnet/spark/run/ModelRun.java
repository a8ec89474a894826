package io.sweepnet.spark.run;

import io.sweepnet.spark.config.ModelKind;
import io.sweepnet.spark.execution.ExecutionReport;
import io.sweepnet.training.Starts.Start;
import io.sweepnet.training.TrainingHistory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One trained model of a run.
 *
 * @param kind the kind of the model
 * @param history the history of the training
 * @param startedAt when training began
 * @param finishedAt when it ended
 * @param execution the execution of its search; empty for a model without a search
 * @param starts the starts of its search, by number; for a model without a search, its one training
 * @param chosen number of the start that the model comes from
 * @param sharesSearch whether its search phase is that of the search model, executed only once
 */
record ModelRun(
        ModelKind kind,
        TrainingHistory history,
        Instant startedAt,
        Instant finishedAt,
        Optional<ExecutionReport> execution,
        List<Start> starts,
        int chosen,
        boolean sharesSearch) {}
