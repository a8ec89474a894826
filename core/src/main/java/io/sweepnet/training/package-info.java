/**
 * Training on rows that are local or remote.
 *
 * <p>Rows are accessed through three small interfaces: {@link io.sweepnet.training.LossSource} returns their losses, {@link
 * io.sweepnet.training.SearchSource} a {@link io.sweepnet.training.SearchRunner} that plays searches over them, and {@link
 * io.sweepnet.training.GradientSource} a gradient descent. {@link io.sweepnet.training.InMemoryTrainingRows} implements all
 * three. A {@link io.sweepnet.training.TrainingRecorder} runs the phases of a training and records them as a {@link
 * io.sweepnet.training.TrainingHistory}; {@link io.sweepnet.training.Starts} collects the histories of several starts. A {@link
 * io.sweepnet.training.TrainingContext} has the validation rows, a listener and the cancellation.
 *
 * <p>The package does not depend on models or on how remote rows are reached.
 */
package io.sweepnet.training;
