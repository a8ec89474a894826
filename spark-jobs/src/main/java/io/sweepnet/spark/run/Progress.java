package io.sweepnet.spark.run;

import io.sweepnet.spark.config.ModelKind;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingListener;

/** Hears how a run goes on, in the thread that runs it. */
public interface Progress {

    /** What the user should know of the data, or of how the settings suit it, one line. */
    default void note(String line) {}

    /**
     * A stage begins, or all is written.
     *
     * @param what the table or the folder
     */
    default void stage(Stage stage, String what) {}

    /**
     * The training of a model begins; the listener hears of its steps and iterations.
     *
     * @param config configuration of the run, which says how many iterations there may be
     */
    default TrainingListener training(ModelKind model, RunConfig config) {
        return TrainingListener.NONE;
    }

    /** A model has been trained, or its training was cancelled. */
    default void trained(ModelKind model, TrainingHistory history) {}
}
