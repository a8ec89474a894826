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
 * @param kind which model
 * @param history what training did
 * @param startedAt when training began
 * @param finishedAt when it ended
 * @param execution where its search ran; empty for a model that does not search
 * @param starts every start of its search, by number; of a model that does not search its one training
 * @param chosen number of the start that it goes on from
 * @param sharesSearch whether its search phase is the search model's own, made once
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
