package io.sweepnet.spark.run;

import io.sweepnet.model.TrainingListener;
import io.sweepnet.spark.config.ModelKind;

/** Hears how a run goes on, in the thread that runs it. */
public interface Progress {

    /** What the user should know of the data, one line. */
    default void note(String line) {}

    /** The training of a model begins; the listener hears of its steps and iterations. */
    default TrainingListener training(ModelKind model) {
        return TrainingListener.NONE;
    }

    /** The training of a model has ended. */
    default void trained(ModelKind model) {}
}
