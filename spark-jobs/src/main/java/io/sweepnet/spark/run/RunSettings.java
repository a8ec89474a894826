package io.sweepnet.spark.run;

import io.sweepnet.spark.config.RunConfig;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The settings of a run, with the model files that it reads and writes.
 *
 * @param config the configuration
 * @param initial a model file to start from, if any
 * @param save a file for the trained model, if any; only for a run of one model
 */
public record RunSettings(RunConfig config, Optional<Path> initial, Optional<Path> save) {

    public RunSettings {
        if (save.isPresent() && config.models().size() != 1) {
            throw new IllegalArgumentException("a run of " + config.models() + " has no one model to save");
        }
    }
}
