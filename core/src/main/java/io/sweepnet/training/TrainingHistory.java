package io.sweepnet.training;

import io.sweepnet.network.Parameters;
import java.io.Serializable;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The record of a training, with every iteration.
 *
 * <pre>{@code
 * TrainingHistory history = model.search(table, 20);
 * double[] losses = history.losses(TrainingHistory.Phase.SEARCH);
 * }</pre>
 *
 * @param initial parameters before the training
 * @param trained parameters after the training
 * @param initialLoss loss of the training rows at the initial parameters, by the direct rule
 * @param finalLoss loss of the training rows at the trained parameters, by the direct rule
 * @param iterations every sweep and epoch, in order
 * @param status how it ended
 * @param stopReason why it ended: sweep-limit, converged, dead, epoch-limit, diverged or cancelled
 * @param candidateEvaluations losses evaluated by the search
 * @param nonFiniteEvaluations number of evaluated losses that were NaN or infinite
 * @param directDecisions steps of the search that needed the direct rule
 * @param wallSeconds time of the training in seconds
 */
public record TrainingHistory(
        Parameters initial,
        Parameters trained,
        double initialLoss,
        double finalLoss,
        List<Iteration> iterations,
        Status status,
        String stopReason,
        long candidateEvaluations,
        long nonFiniteEvaluations,
        long directDecisions,
        double wallSeconds)
        implements Serializable {

    public TrainingHistory {
        iterations = List.copyOf(iterations);
    }

    /** How a training ended. */
    public enum Status {
        /** Ended as configured. */
        DONE("done"),
        /** Cancelled by the caller; the parameters are the best so far. */
        CANCELLED("cancelled"),
        /** The loss became NaN or infinite; the parameters are the best with a finite loss, if there were any. */
        DIVERGED("diverged");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        /** Returns the name used in tables. */
        public String label() {
            return label;
        }
    }

    /** The two ways to train. */
    public enum Phase {
        /** Coordinate search; an iteration is a sweep. */
        SEARCH("search"),
        /** Adam; an iteration is an epoch. */
        GRADIENT("gradient");

        private final String label;

        Phase(String label) {
            this.label = label;
        }

        /** Returns the name used in tables. */
        public String label() {
            return label;
        }
    }

    /**
     * One sweep or epoch.
     *
     * @param phase which way of training
     * @param number number of the iteration in its phase, from 1
     * @param loss loss of the training rows: after a sweep, but before an epoch's first update
     * @param validationLoss loss of the validation rows after the iteration; empty without such rows
     * @param elapsedSeconds time since the training began, in seconds
     * @param candidateEvaluations losses evaluated since the training began
     * @param accepted number of parameters that a sweep moved; 0 for an epoch
     * @param learningRate learning rate after an epoch; empty for a sweep
     */
    public record Iteration(
            Phase phase,
            int number,
            double loss,
            OptionalDouble validationLoss,
            double elapsedSeconds,
            long candidateEvaluations,
            int accepted,
            OptionalDouble learningRate)
            implements Serializable {

        /** Replaces the iteration when it is serialised, since OptionalDouble is not serialisable. */
        private Object writeReplace() {
            return new Written(
                    phase,
                    number,
                    loss,
                    boxed(validationLoss),
                    elapsedSeconds,
                    candidateEvaluations,
                    accepted,
                    boxed(learningRate));
        }

        private static Double boxed(OptionalDouble value) {
            return value.isPresent() ? value.getAsDouble() : null;
        }
    }

    /** The serialised form of an iteration, with null for an empty number. */
    private record Written(
            Phase phase,
            int number,
            double loss,
            Double validationLoss,
            double elapsedSeconds,
            long candidateEvaluations,
            int accepted,
            Double learningRate)
            implements Serializable {

        private Object readResolve() {
            return new Iteration(
                    phase,
                    number,
                    loss,
                    optional(validationLoss),
                    elapsedSeconds,
                    candidateEvaluations,
                    accepted,
                    optional(learningRate));
        }

        private static OptionalDouble optional(Double value) {
            return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
        }
    }

    /** Returns the losses of the iterations of one phase, in order. */
    public double[] losses(Phase phase) {
        return iterations.stream()
                .filter(iteration -> iteration.phase() == phase)
                .mapToDouble(Iteration::loss)
                .toArray();
    }
}
