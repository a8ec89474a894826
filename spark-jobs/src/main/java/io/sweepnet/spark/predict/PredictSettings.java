package io.sweepnet.spark.predict;

import io.sweepnet.model.file.SavedModel;
import io.sweepnet.spark.config.DataConfig;

/**
 * What is to be scored.
 *
 * @param model a model that knows its features and target
 * @param data the table and how it is written; the roles of columns in it do not count, the model knows them
 * @param output the folder to make: a path or a URI, relative to the working folder
 * @param format how predictions are written
 * @param prefix what the names of the new columns begin with; may be empty
 */
public record PredictSettings(SavedModel model, DataConfig data, String output, OutputFormat format, String prefix) {}
