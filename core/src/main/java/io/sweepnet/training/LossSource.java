package io.sweepnet.training;

import java.util.OptionalDouble;

/**
 * The losses of training rows and validation rows, local or remote. All losses are those of the direct rule, to the last bit.
 * For use by one thread at a time.
 *
 * <pre>{@code
 * LossSource rows = new InMemoryTrainingRows(architecture, loss, table, Optional.of(validationTable));
 * double trainingLoss = rows.loss(initial.toArray());
 * double validationLoss = rows.validationLoss(initial.toArray()).orElseThrow();
 * }</pre>
 */
public interface LossSource {

    /** Returns the loss of the training rows at the given flat parameters. */
    double loss(double[] parameters);

    /** Returns the loss of the validation rows at the given flat parameters; empty if there are none. */
    OptionalDouble validationLoss(double[] parameters);
}
