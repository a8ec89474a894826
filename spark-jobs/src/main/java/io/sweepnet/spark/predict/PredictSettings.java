package io.sweepnet.spark.predict;

import io.sweepnet.model.file.SavedModel;
import io.sweepnet.spark.table.TableFiles;

/**
 * What is to be scored.
 *
 * @param model a model that knows its features and target
 * @param data the table and how it is written; the model knows the roles of its columns
 * @param output the folder to make: a path or a URI, relative to the working folder
 * @param format how predictions are written
 * @param prefix what the names of the new columns begin with; may be empty
 */
public record PredictSettings(SavedModel model, TableFiles data, String output, OutputFormat format, String prefix) {}
