package io.sweepnet.training;

import io.sweepnet.data.Dataset;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What surrounds a training.
 *
 * @param validation rows whose loss is recorded after each iteration, if any
 * @param listener hears of progress
 * @param cancelled asked before each step and epoch; true ends training, keeping what was reached
 */
public record TrainingContext(Optional<Dataset> validation, TrainingListener listener, BooleanSupplier cancelled) {

    /** No validation rows, no listener, never cancelled. */
    public static final TrainingContext NONE =
            new TrainingContext(Optional.empty(), TrainingListener.NONE, () -> false);

    /** This context with rows to watch. */
    public TrainingContext withValidation(Dataset rows) {
        return new TrainingContext(Optional.of(rows), listener, cancelled);
    }
}
