/**
 * The models of the library: the entry point from Java.
 *
 * <p>{@link io.sweepnet.model.ModelSettings} describes a network and its training. {@link io.sweepnet.model.SearchModel} is
 * trained by coordinate search, {@link io.sweepnet.model.GradientModel} by Adam, {@link io.sweepnet.model.HybridModel} by both,
 * one after the other; {@link io.sweepnet.model.BaseModel} is what they have in common. Each training returns a {@link
 * io.sweepnet.training.TrainingHistory}. {@code io.sweepnet.model.file} writes models to files.
 *
 * <p>The package does not depend on configuration files, on tables with column names or on Spark.
 */
package io.sweepnet.model;
