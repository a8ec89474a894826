package io.sweepnet.spark.run;

import io.sweepnet.model.TrainingHistory;
import io.sweepnet.spark.config.ModelKind;
import java.time.Instant;
import java.util.Optional;

/**
 * One trained model of a run.
 *
 * @param kind which model
 * @param history what training did
 * @param startedAt when training began
 * @param finishedAt when it ended
 * @param place where its search ran; empty for a model that does not search
 * @param sharesSearch whether its search phase is the search model's own, made once
 */
record ModelRun(
        ModelKind kind,
        TrainingHistory history,
        Instant startedAt,
        Instant finishedAt,
        Optional<SearchPlace> place,
        boolean sharesSearch) {}
