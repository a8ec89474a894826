package io.sweepnet.training;

import io.sweepnet.data.Dataset;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The validation rows, the listener and the cancellation of a training.
 *
 * <pre>{@code
 * TrainingHistory history = model.search(table, 20, TrainingContext.NONE.withValidation(validationTable));
 * }</pre>
 *
 * @param validation rows whose loss is recorded after each iteration, if any
 * @param listener is notified of progress
 * @param cancelled called before each step and epoch; true ends the training with the best parameters so far
 */
public record TrainingContext(Optional<Dataset> validation, TrainingListener listener, BooleanSupplier cancelled) {

    /** The context without validation rows and listener that never cancels. */
    public static final TrainingContext NONE =
            new TrainingContext(Optional.empty(), TrainingListener.NONE, () -> false);

    /** Returns this context with the given validation rows. */
    public TrainingContext withValidation(Dataset rows) {
        return new TrainingContext(Optional.of(rows), listener, cancelled);
    }
}
