package io.sweepnet.spark.run;

import io.sweepnet.spark.config.ModelKind;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingListener;

/** Receives the progress of a run, in the thread of the run. */
public interface Progress {

    /** Called with a note on the data, or on how the settings fit it, in one line. */
    default void note(String line) {}

    /**
     * Called when a stage begins, or when everything has been written.
     *
     * @param what the path of the table or of the folder
     */
    default void stage(Stage stage, String what) {}

    /**
     * Called when the training of a model begins; the returned listener is notified of its steps and iterations.
     *
     * @param config configuration of the run, which gives the largest number of iterations
     */
    default TrainingListener training(ModelKind model, RunConfig config) {
        return TrainingListener.NONE;
    }

    /** Called when a model has been trained, or its training was cancelled. */
    default void trained(ModelKind model, TrainingHistory history) {}
}
