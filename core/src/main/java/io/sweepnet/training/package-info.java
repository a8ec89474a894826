/**
 * Training on rows that may be anywhere, without the models that offer it.
 *
 * <p>What is asked of rows comes in three small interfaces: {@link io.sweepnet.training.LossSource} gives their losses, {@link
 * io.sweepnet.training.SearchSource} a {@link io.sweepnet.training.SearchRunner} that plays searches over them, and {@link
 * io.sweepnet.training.GradientSource} a gradient descent. {@link io.sweepnet.training.InMemoryTrainingRows} is all three. A
 * {@link io.sweepnet.training.TrainingRecorder} runs the phases of a training and writes down what they do as a {@link
 * io.sweepnet.training.TrainingHistory}; {@link io.sweepnet.training.Starts} gathers those of a search from several starts.
 */
package io.sweepnet.training;
