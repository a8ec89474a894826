package io.sweepnet.spark.predict;

import io.sweepnet.model.file.SavedModel;
import io.sweepnet.spark.table.TableFiles;

/**
 * The settings of a scoring.
 *
 * <pre>{@code
 * SavedModel model = ScoringModel.read(Path.of("model.json"));
 * TableFiles data = TableFiles.of("wines.csv");
 * PredictSettings settings = new PredictSettings(model, data, "predictions", OutputFormat.PARQUET, "");
 * }</pre>
 *
 * @param model a model that names its features and target; {@link ScoringModel#read} checks that
 * @param data the files of the table and their format; the model determines the roles of the columns
 * @param output the folder to create: a path or a URI, relative to the working folder
 * @param format the file format of the predictions
 * @param prefix prefix of the names of the added columns; may be empty
 */
public record PredictSettings(SavedModel model, TableFiles data, String output, OutputFormat format, String prefix) {}
